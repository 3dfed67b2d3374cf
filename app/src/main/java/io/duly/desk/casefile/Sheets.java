package io.duly.desk.casefile;

import io.duly.agreements.AgreedPlan;
import io.duly.agreements.CounterOffers;
import io.duly.agreements.Mandates;
import io.duly.agreements.Plans;
import io.duly.agreements.Promise;
import io.duly.agreements.Promises;
import io.duly.agreements.TrackRecord;
import io.duly.cases.CaseFiles;
import io.duly.cases.Disputes;
import io.duly.cases.Holds;
import io.duly.cases.Inquiries;
import io.duly.cases.Reasons;
import io.duly.cases.Tasks;
import io.duly.corrections.Duplicates;
import io.duly.correspondence.ContactPermission;
import io.duly.correspondence.Recaps;
import io.duly.hardship.BreathingSpaces;
import io.duly.ledger.ChargeBook;
import io.duly.ledger.ChargeLine;
import io.duly.ledger.InvoiceLine;
import io.duly.ledger.Ledger;
import io.duly.parties.ContactPersons;
import io.duly.parties.Parties;
import io.duly.parties.TermsOfTrade;
import io.duly.payments.PaymentLinks;
import io.duly.settlements.Settlements;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Gathers from the modules what the page of a case shows: never more than a fixed number of questions, whatever the case holds. */
@Component
final class Sheets {
  private final Ledger ledger;
  private final ChargeBook charges;
  private final Parties parties;
  private final ContactPersons people;
  private final TermsOfTrade terms;
  private final Holds holds;
  private final Disputes disputes;
  private final Inquiries inquiries;
  private final Reasons reasons;
  private final Tasks tasks;
  private final Promises promises;
  private final Plans plans;
  private final CounterOffers counters;
  private final CaseFiles files;
  private final Timelines timelines;
  private final Duplicates duplicates;
  private final BreathingSpaces spaces;
  private final Recaps recaps;
  private final Settlements settlements;
  private final PaymentLinks links;
  private final Mandates mandates;
  private final ContactPermission permission;
  private final Clock clock;

  Sheets(
      Ledger ledger,
      ChargeBook charges,
      Parties parties,
      ContactPersons people,
      TermsOfTrade terms,
      Holds holds,
      Disputes disputes,
      Inquiries inquiries,
      Reasons reasons,
      Tasks tasks,
      Promises promises,
      Plans plans,
      CounterOffers counters,
      CaseFiles files,
      Timelines timelines,
      Duplicates duplicates,
      BreathingSpaces spaces,
      Recaps recaps,
      Settlements settlements,
      PaymentLinks links,
      Mandates mandates,
      ContactPermission permission,
      Clock clock) {
    this.ledger = ledger;
    this.charges = charges;
    this.parties = parties;
    this.people = people;
    this.terms = terms;
    this.holds = holds;
    this.disputes = disputes;
    this.inquiries = inquiries;
    this.reasons = reasons;
    this.tasks = tasks;
    this.promises = promises;
    this.plans = plans;
    this.counters = counters;
    this.files = files;
    this.timelines = timelines;
    this.duplicates = duplicates;
    this.spaces = spaces;
    this.recaps = recaps;
    this.settlements = settlements;
    this.links = links;
    this.mandates = mandates;
    this.permission = permission;
    this.clock = clock;
  }

  /** @param below where the timeline begins, see {@link Timelines#read} */
  Optional<Sheet> read(DSLContext scoped, long number, Timeline.Part part, String query, int below, LocalDate today) {
    return Headlines.find(scoped, number).map(head -> sheet(scoped, head, part, query, below, today));
  }

  private Sheet sheet(DSLContext scoped, Headline head, Timeline.Part part, String query, int below, LocalDate today) {
    var has = Traces.of(scoped, head.id());
    var lines = ledger.lines(scoped, head.debtor(), head.currency(), today);
    var numbers = lines.stream().collect(Collectors.toMap(InvoiceLine::id, InvoiceLine::number));
    var unallocated =
        ledger.unallocated(scoped, head.debtor(), today).stream()
            .filter(rest -> rest.left().currency().equals(head.currency()))
            .toList();
    var debtorship = debtorship(scoped, head, has, today);
    var matters = matters(scoped, head, has, debtorship, today);
    return new Sheet(
        head,
        debtorship,
        Owed.of(lines, Traces.some(has.disputes(), () -> disputes.of(scoped, head.id())), Traces.some(has.disputes(), () -> inquiries.open(scoped, head.id())), unallocated, Traces.some(has.charges(), () -> charges(scoped, head, today))),
        matters,
        Reasoning.latest(scoped, head.id()),
        timelines.read(scoped, head, part, query, below, numbers, today),
        Calls.now(scoped, permission, head.id(), debtorship, matters.drafts(), clock.instant()),
        Traces.some(has.related(), () -> Related.to(scoped, head)));
  }

  private List<ChargeLine> charges(DSLContext scoped, Headline head, LocalDate today) {
    return charges.of(scoped, List.of(head.debtor()), today).stream()
        .filter(line -> line.open().currency().equals(head.currency()))
        .toList();
  }

  private Debtorship debtorship(DSLContext scoped, Headline head, Traces has, LocalDate today) {
    return new Debtorship(
        parties.debtor(scoped, head.debtor()).orElseThrow(),
        head.creditorCurrency(),
        people.of(scoped, head.debtor()),
        PaymentHabit.of(scoped, head.debtor(), today),
        has.promises() ? promises.trackRecord(scoped, head.debtor()) : new TrackRecord(List.of()),
        terms.accepted(scoped, head.debtor(), today));
  }

  /** What was agreed anew is not what was written before. */
  private List<Recaps.Recap> aboutWhatRuns(DSLContext scoped, Headline head, Promise promise, Optional<AgreedPlan> running) {
    return recaps.of(scoped, head.id()).stream()
        .filter(one -> running.map(plan -> one.plan().filter(plan.id().value()::equals).isPresent()).orElseGet(() -> one.promise().filter(promise.id().value()::equals).isPresent()))
        .toList();
  }

  private Matters matters(DSLContext scoped, Headline head, Traces has, Debtorship debtorship, LocalDate today) {
    var promise = has.promises() ? promises.running(scoped, head.id()) : Optional.<Promise>empty();
    var inForce = holds.inForce(scoped, head.id(), today);
    var all = Traces.some(has.plans(), () -> plans.all(scoped, head.id(), today));
    var running = all.stream().filter(AgreedPlan::isRunning).findFirst();
    return new Matters(
        inForce,
        promise,
        all,
        Traces.some(has.asks(), () -> counters.waiting(scoped, head.id()).stream().toList()),
        Traces.some(has.tasks(), () -> tasks.openOf(scoped, head.id())),
        Traces.some(has.reasons(), () -> reasons.of(scoped, head.id())),
        Traces.some(has.drafts(), () -> Draft.waiting(scoped, head.id())),
        Traces.some(promise.isPresent(), () -> aboutWhatRuns(scoped, head, promise.orElseThrow(), running)),
        has.reasons() || !inForce.isEmpty() ? settlements.ground(scoped, head.id(), today) : Optional.empty(),
        files.checklist(scoped, new CaseFiles.About(head.id(), head.currency(), debtorship.debtor(), debtorship.people()), today),
        Traces.some(has.duplicates(), () -> duplicates.of(scoped, head.id())),
        Traces.some(has.spaces(), () -> spaces.of(scoped, head.id())),
        new Online(has.online() && head.isOpen(), Traces.some(has.links(), () -> links.of(scoped, head.id()))),
        new Debiting(has.collected() && head.isOpen(), Traces.some(has.mandates(), () -> mandates.of(scoped, head.debtor()))));
  }
}
