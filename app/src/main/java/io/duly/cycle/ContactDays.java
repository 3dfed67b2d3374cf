package io.duly.cycle;

import io.duly.correspondence.ContactPermission;
import io.duly.correspondence.KnownDebtor;
import io.duly.kernel.Id;
import io.duly.rules.contact.Answer;
import io.duly.rules.contact.Answer.Refused;
import io.duly.rules.contact.ContactFacts;
import io.duly.rules.contact.Place;
import io.duly.rules.contact.Purpose;
import io.duly.rules.contact.Reach;
import io.duly.strategy.Channel;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Whether the rules about contacts have an hour for a debtor on the business date, and if not, from which day on (P13). What
 * it knows was read for many debtors at once; who was never spoken to is like all others of the same kind and place.
 */
final class ContactDays {
  private final ContactPermission permission;
  private final LocalDate day;
  private final Map<UUID, KnownDebtor> debtors;
  private final AlikeDebtors alike;

  ContactDays(ContactPermission permission, LocalDate day, Map<UUID, KnownDebtor> debtors, AlikeDebtors alike) {
    this.permission = permission;
    this.day = day;
    this.debtors = debtors;
    this.alike = alike;
  }

  /** What the rules say to a contact on the day. */
  sealed interface Opening {}

  /** There is an hour for it. */
  record Today() implements Opening {}

  /** There is none; from that day on there is. */
  record Later(LocalDate from, Answer.Reason because) implements Opening {}

  /** There is none as far as is known. */
  record Never(Answer.Reason because) implements Opening {}

  /** Whether it was read: not of those who are in no case contacted on the day, though a call for a later day may be asked for. */
  boolean knows(Account account) {
    return debtors.containsKey(account.debtor.id);
  }

  /** @throws IllegalStateException where nothing was read of the debtor */
  Opening opening(Account account, Channel channel) {
    var known = known(account);
    return account.debtor.hasPast()
        ? ask(about(known, account), channel)
        : alike.opening(known, channel, () -> ask(known, channel));
  }

  /** For the person who is to call. */
  String callHours(Account account) {
    var known = known(account);
    return account.debtor.hasPast()
        ? permission.callHours(about(known, account), day).said()
        : alike.callHours(known, () -> permission.callHours(known, day).said());
  }

  private KnownDebtor known(Account account) {
    return Optional.ofNullable(debtors.get(account.debtor.id))
        .orElseThrow(() -> new IllegalStateException("What the rules about contacts ask was not read of debtor " + account.debtor.id));
  }

  private static KnownDebtor about(KnownDebtor known, Account account) {
    ContactFacts facts = known.facts().about(account.open.map(OpenCase::id).map(Id::value).map(Set::of).orElse(Set.of()));
    return new KnownDebtor(known.creditor(), known.zone(), facts);
  }

  /** At noon most rules say yes, and more quickly than at midnight. */
  private Opening ask(KnownDebtor debtor, Channel channel) {
    return at(debtor, channel, day.atTime(LocalTime.NOON).atZone(debtor.zone()).toInstant()) instanceof Refused noon
            && at(debtor, channel, day.atStartOfDay(debtor.zone()).toInstant()) instanceof Refused refused
        ? later(debtor, noon, refused)
        : new Today();
  }

  /** What refuses at noon is what keeps the day closed, not the hours of the night. */
  private Opening later(KnownDebtor debtor, Refused noon, Refused refused) {
    var next = refused.nextAllowed().map(at -> LocalDate.ofInstant(at, debtor.zone()));
    if (next.isEmpty()) {
      return new Never(noon.reasons().getFirst());
    }
    return next.get().isAfter(day) ? new Later(next.get(), noon.reasons().getFirst()) : new Today();
  }

  private Answer at(KnownDebtor debtor, Channel channel, Instant at) {
    return permission.ask(debtor, reach(channel), Purpose.CHASE, at);
  }

  /** A letter goes to the debtor's own address; a call can be made to a telephone that is at no workplace. */
  private static Reach reach(Channel channel) {
    return switch (channel) {
      case EMAIL -> Reach.by(io.duly.rules.contact.Channel.EMAIL);
      case SMS -> Reach.by(io.duly.rules.contact.Channel.SMS);
      case LETTER -> Reach.by(io.duly.rules.contact.Channel.LETTER).at(Place.HOME);
      case CALL -> Reach.by(io.duly.rules.contact.Channel.CALL).at(Place.MOBILE);
    };
  }
}
