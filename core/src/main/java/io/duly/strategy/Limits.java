package io.duly.strategy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/**
 * What holds for every step of a policy. At most one contact a day holds always (P13) and cannot be
 * set.
 *
 * @param daysBetweenContacts the days from one contact to the next, &ge; 1
 * @param contactsPer7Days most contacts in any 7 days, &ge; 1
 * @param contactsPer30Days most contacts in any 30 days, &ge; 1
 * @param promiseGraceDays the days after a promised date before the promise counts as broken, &ge;
 *     0
 * @param bankDataDays how old bank data may be before contact stops (P08), &ge; 0
 * @param bankingDays whether those days are days on which banks book; else each day counts
 * @param callTaskDays how long the ladder waits for a call that a person was asked to make, &ge; 0
 * @param smallestAmount below it an overdue balance is not chased
 * @param valuedFrom the relationship value from which hard steps need a manager's yes (P11)
 * @param thanks the channels by which somebody who was written to is thanked when all is paid, in the order of preference; empty
 *     where nobody is; never a call
 */
public record Limits(
    int daysBetweenContacts,
    int contactsPer7Days,
    int contactsPer30Days,
    int promiseGraceDays,
    int bankDataDays,
    boolean bankingDays,
    int callTaskDays,
    Threshold smallestAmount,
    Threshold valuedFrom,
    List<Channel> thanks) {

  private static final int LONGEST_LOOK = 400;

  public Limits {
    thanks = List.copyOf(thanks);
    if (thanks.contains(Channel.CALL)) {
      throw new IllegalArgumentException("Thanks go by email, sms or letter, not by " + thanks);
    }
    if (daysBetweenContacts < 1 || contactsPer7Days < 1 || contactsPer30Days < 1) {
      throw new IllegalArgumentException(
          "Days between contacts and contacts per 7 and 30 days are 1 or more");
    }
    if (promiseGraceDays < 0 || bankDataDays < 0 || callTaskDays < 0) {
      throw new IllegalArgumentException(
          "Days of grace, of bank data and of a call task are 0 or more");
    }
  }

  /** Whether bank data is too old on a day to say what was paid since. */
  boolean tooOld(BankData data, LocalDate today) {
    return data.of().isBefore(recentFrom(today, data.isHoliday()));
  }

  /** The earliest day of which bank data is recent enough on a day. */
  public LocalDate recentFrom(LocalDate today, Predicate<LocalDate> isHoliday) {
    if (!bankingDays) {
      return today.minusDays(bankDataDays);
    }
    LocalDate day = today;
    for (int passed = 0, looked = 0; looked < LONGEST_LOOK; looked++) {
      passed += books(day, isHoliday) ? 1 : 0;
      if (passed > bankDataDays) {
        return day;
      }
      day = day.minusDays(1);
    }
    return day;
  }

  private static boolean books(LocalDate day, Predicate<LocalDate> isHoliday) {
    boolean weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    return !weekend && !isHoliday.test(day);
  }

  /** How old bank data may be, in words. */
  public String bankDataAge() {
    return Words.count(bankDataDays, bankingDays ? "banking day" : "day");
  }
}
