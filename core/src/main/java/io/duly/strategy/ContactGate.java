package io.duly.strategy;

import io.duly.strategy.CaseSnapshot.ContactFacts;
import java.time.LocalDate;

/**
 * When the debtor may be contacted again at the earliest (P13): one contact a day, the policy's
 * distance and caps.
 */
public final class ContactGate {
  private ContactGate() {}

  /**
   * The first day from {@code today} on which a contact keeps every limit.
   *
   * @param contacts those that have gone out
   */
  public static LocalDate opens(ContactFacts contacts, Limits limits, LocalDate today) {
    return LocalDate.ofEpochDay(opens(contacts, limits, today.toEpochDay()));
  }

  /** The first epoch day from {@code today} on which a contact keeps every limit. */
  static long opens(ContactFacts contacts, Limits limits, long today) {
    long day = contacts.closed().map(closed -> closed.until().toEpochDay()).orElse(today);
    day = Math.max(day, today);
    if (contacts.last().isPresent()) {
      day = Math.max(day, contacts.last().get().toEpochDay() + limits.daysBetweenContacts());
    }
    if (contacts.recent().isEmpty()) {
      return day;
    }
    for (LocalDate contact : contacts.recent()) {
      day = Math.max(day, contact.toEpochDay() + limits.daysBetweenContacts());
    }
    while (within(contacts, day, 7) >= limits.contactsPer7Days()
        || within(contacts, day, 30) >= limits.contactsPer30Days()) {
      day++;
    }
    return day;
  }

  private static int within(ContactFacts contacts, long day, int days) {
    int count = 0;
    for (LocalDate contact : contacts.recent()) {
      if (contact.toEpochDay() > day - days) {
        count++;
      }
    }
    return count;
  }
}
