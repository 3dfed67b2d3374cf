package io.duly.portal;

import io.duly.cases.CannotRecord;
import io.duly.cases.CaseJournal;
import io.duly.cases.Recorded;
import io.duly.correspondence.ContactPermission;
import io.duly.talk.BankDays;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * What a debtor says, written down in one transaction: what it is about was found with the debtor's own eyes, and the cases are
 * locked, so that of two tabs one comes second and sees what the first has done.
 */
@Component
final class Telling {
  private final Debtors debtors;
  private final Homes homes;
  private final Knocks knocks;
  private final CaseJournal cases;
  private final ContactPermission permission;
  private final Today today;
  private final InstantSource clock;

  Telling(Debtors debtors, Homes homes, Knocks knocks, CaseJournal cases, ContactPermission permission, Today today, InstantSource clock) {
    this.debtors = debtors;
    this.homes = homes;
    this.knocks = knocks;
    this.cases = cases;
    this.permission = permission;
    this.today = today;
    this.clock = clock;
  }

  /** What is written down, with the application's rights. */
  interface Work<T> {
    T of(DSLContext tx, Home home, Recorded by);
  }

  /** @throws CannotRecord where it cannot be, or more is told than a person tells */
  <T> T tell(HttpServletRequest request, Visit visit, Work<T> work) {
    return debtors.changing(visit, theirs -> Optional.of(homes.of(theirs, visit)), (tx, home) -> {
      if (!knocks.maySay(tx, visit.debtor())) {
        throw new CannotRecord("Too much was told within an hour.");
      }
      cases.locked(tx, Stream.concat(Stream.of(visit.recovery()), home.accounts().stream().flatMap(account -> account.recovery().stream())).distinct().toList());
      knocks.said(tx, request.getRemoteAddr(), visit);
      return work.of(tx, home, Recorded.by(Debtors.ACTOR, today.in(tx), clock.instant()));
    }).orElseThrow();
  }

  /** What is worked out for them with the application's rights; nothing is written. */
  <T> T workOut(Visit visit, Work<T> work) {
    return debtors.changing(visit, theirs -> Optional.of(homes.of(theirs, visit)), (tx, home) -> work.of(tx, home, Recorded.by(Debtors.ACTOR, today.in(tx), clock.instant())))
        .orElseThrow();
  }

  Home home(Visit visit) {
    return debtors.reading(visit, theirs -> homes.of(theirs, visit));
  }

  List<InvoiceLine> lines(Visit visit, Owing invoice) {
    return debtors.reading(visit, theirs -> InvoiceLine.of(theirs, invoice.id(), invoice.gross()));
  }

  /** The day by the debtor's own calendar: the business date may be that of before a weekend. */
  LocalDate dayThere(Home home) {
    return clock.instant().atZone(home.zone()).toLocalDate();
  }

  /** On which days money moves where the debtor is. */
  BankDays bankDays(Home home) {
    return new BankDays(day -> home.country().filter(country -> permission.holidays().on(country, day)).isPresent());
  }

  /** The next bank days where the debtor is, from the day after on. */
  List<LocalDate> nextDays(Home home, LocalDate from, int many) {
    var days = bankDays(home);
    return Stream.iterate(days.onOrAfter(from.plusDays(1)), day -> days.onOrAfter(day.plusDays(1))).limit(many).toList();
  }
}
