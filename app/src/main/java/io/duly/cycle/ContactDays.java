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
  private final Map<UUID, KnownDebtor> withPast;
  private final Map<UUID, AlikeDebtors.Alike> withoutPast;

  ContactDays(
      ContactPermission permission, LocalDate day, Map<UUID, KnownDebtor> withPast, Map<UUID, AlikeDebtors.Alike> withoutPast) {
    this.permission = permission;
    this.day = day;
    this.withPast = withPast;
    this.withoutPast = withoutPast;
  }

  /** What the rules say to a contact on the day. */
  sealed interface Opening {}

  /** There is an hour for it. */
  record Today() implements Opening {}

  /** There is none; from that day on there is. */
  record Later(LocalDate from, Answer.Reason because) implements Opening {}

  /** There is none as far as is known. */
  record Never(Answer.Reason because) implements Opening {}

  /** Whether it was looked at: not those who are in no case contacted on the day, though a call for a later day may be asked for. */
  boolean knows(Account account) {
    return withPast.containsKey(account.debtor.id) || withoutPast.containsKey(account.debtor.id);
  }

  /** @throws IllegalStateException where it was not looked at the debtor */
  Opening opening(Account account, Channel channel) {
    var past = withPast.get(account.debtor.id);
    return past == null ? alike(account).opening(channel, known -> ask(known, channel)) : ask(about(past, account), channel);
  }

  /** For the person who is to call. */
  String callHours(Account account) {
    var past = withPast.get(account.debtor.id);
    return past == null ? alike(account).callHours(this::hours) : hours(about(past, account));
  }

  private String hours(KnownDebtor debtor) {
    return permission.callHours(debtor, day).said();
  }

  private AlikeDebtors.Alike alike(Account account) {
    return Optional.ofNullable(withoutPast.get(account.debtor.id))
        .orElseThrow(() -> new IllegalStateException("What the rules about contacts ask was not read of debtor " + account.debtor.id));
  }

  private static KnownDebtor about(KnownDebtor known, Account account) {
    ContactFacts facts = known.facts().about(account.open.map(OpenCase::id).map(Id::value).map(Set::of).orElse(Set.of()));
    return new KnownDebtor(known.creditor(), known.zone(), facts);
  }

  /** At noon most rules say yes, and more quickly than at midnight. */
  private Opening ask(KnownDebtor debtor, Channel channel) {
    var noon = permission.objections(debtor, reach(channel), Purpose.CHASE, day.atTime(LocalTime.NOON).atZone(debtor.zone()).toInstant());
    return noon.isEmpty() ? new Today() : fromMidnight(debtor, channel, noon.getFirst());
  }

  /** What refuses at noon is what keeps the day closed, not the hours of the night. */
  private Opening fromMidnight(KnownDebtor debtor, Channel channel, Answer.Reason noon) {
    return switch (permission.ask(debtor, reach(channel), Purpose.CHASE, day.atStartOfDay(debtor.zone()).toInstant())) {
      case Answer.Allowed _ -> new Today();
      case Refused refused when refused.nextAllowed().isEmpty() -> new Never(noon);
      case Refused refused -> from(LocalDate.ofInstant(refused.nextAllowed().get(), debtor.zone()), noon);
    };
  }

  private Opening from(LocalDate next, Answer.Reason noon) {
    return next.isAfter(day) ? new Later(next, noon) : new Today();
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
