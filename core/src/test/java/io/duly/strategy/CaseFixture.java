package io.duly.strategy;

import io.duly.kernel.Money;
import io.duly.plans.Instalment;
import io.duly.plans.OnMiss;
import io.duly.plans.RunningPlan;
import io.duly.strategy.CaseSnapshot.CareFacts;
import io.duly.strategy.CaseSnapshot.CaseFacts;
import io.duly.strategy.CaseSnapshot.ContactFacts;
import io.duly.strategy.CaseSnapshot.DebtorFacts;
import io.duly.strategy.CaseSnapshot.HoldFacts;
import io.duly.strategy.CaseSnapshot.InvoiceFacts;
import io.duly.strategy.CaseSnapshot.PromiseFacts;
import io.duly.strategy.CaseSnapshot.StepTaken;
import io.duly.strategy.CaseSnapshot.TaskFacts;
import io.duly.strategy.CaseSnapshot.UnallocatedFacts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** Builds cases in words: {@code aCase().withInvoiceOverdue(days(40)).andBrokenPromise()}. */
final class CaseFixture {
  static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private Optional<RunningPlan> plan = Optional.empty();
  private Optional<CareFacts> care = Optional.empty();
  private Optional<CaseFacts> existing = Optional.empty();
  private DebtorKind kind = DebtorKind.COMPANY;
  private Optional<String> country = Optional.of("DE");
  private Optional<String> segment = Optional.empty();
  private Optional<Long> relationship = Optional.empty();
  private List<Channel> reachable = List.of(Channel.EMAIL, Channel.LETTER, Channel.CALL);
  private int settled = 10;
  private int late = 0;
  private Currency currency = Currency.getInstance("EUR");
  private final List<InvoiceFacts> invoices = new ArrayList<>();
  private final List<HoldFacts> holds = new ArrayList<>();
  private final List<PromiseFacts> promises = new ArrayList<>();
  private final List<UnallocatedFacts> unallocated = new ArrayList<>();
  private final List<LocalDate> contacts = new ArrayList<>();
  private Optional<LocalDate> lastContact = Optional.empty();
  private Optional<LocalDate> draft = Optional.empty();
  private final List<TaskFacts> tasks = new ArrayList<>();
  private Optional<BankData> bankData = Optional.empty();
  private long chargesOpen;

  private CaseFixture() {}

  /**
   * Of a company in Germany with e-mail, address and phone, that has settled ten invoices in time.
   */
  static CaseFixture aCase() {
    return new CaseFixture();
  }

  static int days(int count) {
    return count;
  }

  static LocalDate daysAgo(int count) {
    return TODAY.minusDays(count);
  }

  static LocalDate inDays(int count) {
    return TODAY.plusDays(count);
  }

  /** An invoice of 1,000.00 euros. */
  CaseFixture withInvoiceOverdue(int days) {
    return withInvoice(daysAgo(days), 100_000, 0);
  }

  CaseFixture withInvoiceDueIn(int days) {
    return withInvoice(inDays(days), 100_000, 0);
  }

  CaseFixture withInvoice(LocalDate dueOn, long open, long disputed) {
    int number = invoices.size() + 1;
    var id = new UUID(0, number);
    invoices.add(
        new InvoiceFacts(
            id,
            "R-" + number,
            dueOn.minusDays(30),
            dueOn,
            Math.max(open, 100_000),
            open,
            disputed,
            List.of()));
    return this;
  }

  /** The invoice named last has taken the step that many days ago. */
  CaseFixture afterStep(String step, int daysAgo) {
    InvoiceFacts last = invoices.removeLast();
    var steps = new ArrayList<>(last.steps());
    steps.add(new StepTaken(step, daysAgo(daysAgo)));
    invoices.add(
        new InvoiceFacts(
            last.id(),
            last.number(),
            last.issuedOn(),
            last.dueOn(),
            last.gross(),
            last.open(),
            last.disputed(),
            steps));
    return this;
  }

  CaseFixture inStage(Stage stage) {
    existing = Optional.of(new CaseFacts(stage, daysAgo(100), 0));
    return this;
  }

  CaseFixture withBrokenPromises(int count) {
    existing = Optional.of(new CaseFacts(Stage.REMINDER, daysAgo(100), count));
    return this;
  }

  CaseFixture withPromise(long amount, LocalDate dueOn, long received) {
    promises.add(
        new PromiseFacts(
            new UUID(1, promises.size() + 1), amount, dueOn.minusDays(10), dueOn, received));
    return this;
  }

  /** 500.00 euros were promised for ten days ago; nothing has come. */
  CaseFixture andBrokenPromise() {
    return withPromise(50_000, daysAgo(10), 0);
  }

  /** All invoices until now are paid in two halves: the first was due on that day. */
  CaseFixture withPlan(LocalDate firstOn, long received, OnMiss onMiss) {
    long debt = invoices.stream().mapToLong(one -> one.open() - one.disputed()).sum();
    long first = received > 0 ? received : debt / 2;
    var instalments = List.of(new Instalment(firstOn, new Money(first, currency)), new Instalment(firstOn.plusMonths(1), new Money(debt + received - first, currency)));
    plan = Optional.of(new RunningPlan(new UUID(2, 1), instalments, received, debt, onMiss, 3, Optional.empty()));
    invoices.replaceAll(one -> new InvoiceFacts(one.id(), one.number(), one.issuedOn(), one.dueOn(), one.gross(), one.open(), one.disputed(), one.open() - one.disputed(), one.steps()));
    promises.add(new PromiseFacts(new UUID(1, 9), instalments.getFirst().amount().minor(), firstOn.minusDays(20), firstOn, plan.get().receivedOf(0), OptionalInt.of(3), true));
    return this;
  }

  /** A missed instalment had grace until then, and was judged. */
  CaseFixture inGraceUntil(LocalDate day) {
    promises.clear();
    plan = plan.map(one -> new RunningPlan(one.id(), one.instalments(), one.received(), one.stillOpen(), one.onMiss(), one.graceDays(), Optional.of(day)));
    return this;
  }

  CaseFixture withHold(HoldKind hold, LocalDate until) {
    holds.add(new HoldFacts(hold, daysAgo(2), Optional.of(until), "as told on the phone"));
    return this;
  }

  CaseFixture withOpenEndedHold(HoldKind hold) {
    holds.add(new HoldFacts(hold, daysAgo(2), Optional.empty(), ""));
    return this;
  }

  /** Breathing space was over that many days ago, and a person looked how to go on. */
  CaseFixture afterBreathingSpace(int daysAgo) {
    care = Optional.of(new CareFacts(daysAgo(daysAgo), true, false, true));
    return this;
  }

  CaseFixture nobodyHasLooked() {
    care = care.map(one -> new CareFacts(one.last(), false, one.takenUp(), one.stands()));
    return this;
  }

  CaseFixture takenUpAgain() {
    care = care.map(one -> new CareFacts(one.last(), one.lookedAt(), true, one.stands()));
    return this;
  }

  CaseFixture wellAgain() {
    care = care.map(one -> new CareFacts(one.last(), one.lookedAt(), one.takenUp(), false));
    return this;
  }

  CaseFixture withUnallocated(long amount, boolean certain) {
    unallocated.add(new UnallocatedFacts(amount, daysAgo(1), certain, false));
    return this;
  }

  CaseFixture withUnallocatedCredit(long amount) {
    unallocated.add(new UnallocatedFacts(amount, daysAgo(1), true, true));
    return this;
  }

  CaseFixture contactedDaysAgo(Integer... daysAgo) {
    Arrays.stream(daysAgo).map(CaseFixture::daysAgo).forEach(contacts::add);
    return this;
  }

  /** The contact was so long ago, or so new, that it is not among the recent ones. */
  CaseFixture lastContactedDaysAgo(int daysAgo) {
    lastContact = Optional.of(daysAgo(daysAgo));
    return this;
  }

  CaseFixture withDraftOf(LocalDate day) {
    draft = Optional.of(day);
    return this;
  }

  CaseFixture withTask(TaskKind task, LocalDate dueOn) {
    tasks.add(new TaskFacts(task, dueOn));
    return this;
  }

  CaseFixture withBankDataOf(LocalDate day, LocalDate... holidays) {
    bankData = Optional.of(new BankData(day, List.of(holidays)::contains));
    return this;
  }

  CaseFixture withChargesOpen(long amount) {
    chargesOpen = amount;
    return this;
  }

  CaseFixture whoPaidLate(int late, int of) {
    this.late = late;
    this.settled = of;
    return this;
  }

  CaseFixture worth(long relationshipValue) {
    relationship = Optional.of(relationshipValue);
    return this;
  }

  CaseFixture reachableBy(Channel... channels) {
    reachable = List.of(channels);
    return this;
  }

  CaseFixture whoIs(DebtorKind kind, String country, String segment) {
    this.kind = kind;
    this.country = Optional.of(country);
    this.segment = Optional.of(segment);
    return this;
  }

  CaseFixture in(String currencyCode) {
    currency = Currency.getInstance(currencyCode);
    return this;
  }

  CaseSnapshot snapshot() {
    var debtor = new DebtorFacts(kind, country, segment, relationship, reachable, settled, late);
    var last = lastContact.or(() -> contacts.stream().max(LocalDate::compareTo));
    return new CaseSnapshot(
        existing,
        debtor,
        currency,
        invoices,
        holds,
        promises,
        unallocated,
        new ContactFacts(last, contacts),
        draft,
        tasks,
        bankData,
        chargesOpen,
        plan,
        care);
  }

  /** What the standard policy says of it on {@link #TODAY}. */
  Decision decided() {
    return decidedBy(Policies.shipped("standard"));
  }

  Decision decidedBy(Policy policy) {
    return Decider.decide(snapshot(), policy, TODAY);
  }
}
