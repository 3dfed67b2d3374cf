package io.duly.correspondence;

import io.duly.kernel.CaseId;
import io.duly.kernel.DebtorId;
import io.duly.rules.contact.Answer;
import io.duly.rules.contact.CallHours;
import io.duly.rules.contact.Holidays;
import io.duly.rules.contact.MayContact;
import io.duly.rules.contact.Purpose;
import io.duly.rules.contact.Reach;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** May this debtor be contacted at an instant, by which channel, and if not, why and from when on (P13)? */
@Component
public final class ContactPermission {
  private final Holidays holidays = new PublicHolidays();
  private final MayContact packs = MayContact.shipped(holidays);
  private final NextAllowed next = new NextAllowed(packs);

  /**
   * What is known of the debtor at an instant.
   *
   * @param recovery the case that a contact would be about; empty: any
   * @throws IllegalArgumentException where there is no such debtor
   */
  public KnownDebtor known(DSLContext tx, DebtorId debtor, Optional<CaseId> recovery, Instant at) {
    return ContactFactsRead.read(tx, debtor, recovery, at);
  }

  /**
   * What is known of many debtors, in a fixed number of queries and without their holds.
   *
   * @param debtors by id
   */
  public Map<UUID, KnownDebtor> known(DSLContext tx, Map<UUID, GivenDebtor> debtors, Instant at) {
    return ContactFactsRead.readAll(tx, debtors, at);
  }

  /** What is known of a debtor by whom and to whom nothing was ever said. */
  public KnownDebtor known(GivenDebtor withoutPast) {
    return ContactFactsRead.withoutPast(withoutPast);
  }

  /** Why a contact is not allowed at an instant, without looking for when it is; empty where it is allowed. */
  public List<Answer.Reason> objections(KnownDebtor debtor, Reach reach, Purpose purpose, Instant at) {
    return packs.objections(debtor.facts(), reach, purpose, at);
  }

  /** The hours of a day at which a debtor may be called. */
  public CallHours callHours(KnownDebtor debtor, LocalDate day) {
    return CallHours.on(packs, debtor.facts(), day, debtor.zone());
  }

  /** The public holidays of places. */
  public Holidays holidays() {
    return holidays;
  }

  /** Whether a day is a public holiday where the debtor is. */
  public boolean isHoliday(KnownDebtor debtor, LocalDate day) {
    return debtor.facts().jurisdictions().stream().anyMatch(place -> holidays.on(place, day));
  }

  /** Whether the rules of every place of the debtor, and of the house, let a contact through. */
  public Answer ask(KnownDebtor debtor, Reach reach, Purpose purpose, Instant at) {
    var reasons = packs.objections(debtor.facts(), reach, purpose, at);
    return reasons.isEmpty()
        ? new Answer.Allowed(packs.bases(debtor.facts(), reach, purpose))
        : new Answer.Refused(reasons, next.of(debtor.facts(), reach, purpose, at));
  }

  /** As {@link #ask(KnownDebtor, Reach, Purpose, Instant)}, of what is known now. */
  public Answer ask(DSLContext tx, DebtorId debtor, Optional<CaseId> recovery, Reach reach, Purpose purpose, Instant at) {
    return ask(known(tx, debtor, recovery, at), reach, purpose, at);
  }
}
