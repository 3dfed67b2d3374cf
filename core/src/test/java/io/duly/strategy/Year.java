package io.duly.strategy;

import io.duly.strategy.CaseSnapshot.CaseFacts;
import io.duly.strategy.CaseSnapshot.ContactFacts;
import io.duly.strategy.CaseSnapshot.DebtorFacts;
import io.duly.strategy.CaseSnapshot.HoldFacts;
import io.duly.strategy.CaseSnapshot.InvoiceFacts;
import io.duly.strategy.CaseSnapshot.PromiseFacts;
import io.duly.strategy.CaseSnapshot.StepTaken;
import io.duly.strategy.CaseSnapshot.TaskFacts;
import io.duly.strategy.Decision.Line;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * A year of one debtor, played day by day: invoices fall due, some are paid or disputed, promises
 * are made and missed, people do their tasks late, and the server is off for days. What happens on
 * a day depends on the seed and the day alone.
 */
final class Year {
  static final LocalDate START = LocalDate.of(2026, 1, 1);
  static final int DAYS = 400;

  /** What was done on a day. */
  record Done(LocalDate on, Decision.Action action) {}

  private final long seed;
  private final Policy policy;
  private final boolean everyDay;
  private final List<Channel> reachable;
  final List<InvoiceFacts> invoices = new ArrayList<>();
  final List<Done> log = new ArrayList<>();
  final List<LocalDate> contacts = new ArrayList<>();
  private final List<TaskFacts> tasks = new ArrayList<>();
  private final List<PromiseFacts> promises = new ArrayList<>();
  private final List<HoldFacts> holds = new ArrayList<>();
  private Optional<CaseFacts> existing = Optional.empty();
  private Optional<LocalDate> draft = Optional.empty();
  private int broken;
  private LocalDate review = START;
  private boolean touched;
  private LocalDate serverOnAgain = START;

  private Year(long seed, Policy policy, boolean everyDay) {
    this.seed = seed;
    this.policy = policy;
    this.everyDay = everyDay;
    this.reachable =
        seed % 4 == 0
            ? List.of(Channel.EMAIL, Channel.LETTER)
            : List.of(Channel.EMAIL, Channel.LETTER, Channel.CALL);
  }

  /** Decided on every day on which the server is on. */
  static Year daily(long seed, Policy policy) {
    return new Year(seed, policy, true).play();
  }

  /** Decided only on the review day and after something happened. */
  static Year whenDue(long seed, Policy policy) {
    return new Year(seed, policy, false).play();
  }

  private Year play() {
    for (LocalDate day = START; day.isBefore(START.plusDays(DAYS)); day = day.plusDays(1)) {
      var chance = new SplittableRandom(seed * 100_003 + day.toEpochDay());
      happen(day, chance);
      work(day, chance);
      if (!day.isBefore(serverOnAgain) && (everyDay || touched || !day.isBefore(review))) {
        decide(day);
      }
      if (chance.nextInt(60) == 0) {
        serverOnAgain = day.plusDays(chance.nextInt(2, 12));
      }
    }
    return this;
  }

  private void happen(LocalDate day, SplittableRandom chance) {
    if (chance.nextInt(12) == 0 || invoices.isEmpty()) {
      LocalDate due = day.plusDays(chance.nextInt(-100, 40));
      var id = new UUID(2, invoices.size());
      invoices.add(
          new InvoiceFacts(
              id, "R-" + invoices.size(), due.minusDays(30), due, 90_000, 90_000, 0, List.of()));
      touched = true;
    }
    int at = chance.nextInt(invoices.size());
    switch (chance.nextInt(80)) {
      case 0, 1 -> change(at, 0, 0);
      case 2 -> change(at, invoices.get(at).open() / 2, 0);
      case 3 -> change(at, invoices.get(at).open(), invoices.get(at).open());
      case 4 -> change(at, invoices.get(at).open(), invoices.get(at).open() / 3);
      case 5, 6, 7 -> change(at, invoices.get(at).open(), 0);
      case 8 ->
          promises.add(
              new PromiseFacts(
                  new UUID(3, day.toEpochDay()),
                  40_000,
                  day,
                  day.plusDays(7),
                  chance.nextInt(2) * 40_000L));
      case 9 ->
          holds.add(new HoldFacts(HoldKind.COOLING_OFF, day, Optional.of(day.plusDays(5)), ""));
      default -> {
        return;
      }
    }
    touched = true;
  }

  private void change(int at, long open, long disputed) {
    InvoiceFacts old = invoices.get(at);
    invoices.set(
        at,
        new InvoiceFacts(
            old.id(),
            old.number(),
            old.issuedOn(),
            old.dueOn(),
            old.gross(),
            open,
            disputed,
            old.steps()));
  }

  private void work(LocalDate day, SplittableRandom chance) {
    if (draft.isPresent() && chance.nextInt(3) > 0) {
      draft = Optional.empty();
      contacts.add(day);
      touched = true;
    }
    for (TaskFacts task : List.copyOf(tasks)) {
      boolean mayCall = task.kind() != TaskKind.CALL || !contacts.contains(day);
      if (!task.dueOn().isAfter(day) && mayCall && chance.nextInt(5) == 0) {
        tasks.remove(task);
        touched = true;
        if (task.kind() == TaskKind.CALL) {
          contacts.add(day);
        }
      }
    }
  }

  private void decide(LocalDate day) {
    Decision decision = Decider.decide(snapshot(day), policy, day);
    touched = false;
    review = decision.reviewOn();
    decision
        .promises()
        .forEach(verdict -> promises.removeIf(promise -> promise.id().equals(verdict.promise())));
    broken +=
        (int)
            decision.promises().stream()
                .filter(verdict -> verdict.outcome() == Decision.PromiseVerdict.Outcome.BROKEN)
                .count();
    touched |= !decision.promises().isEmpty();
    existing = Optional.of(new CaseFacts(decision.stage(), START, broken));
    switch (decision.action()) {
      case Decision.Send sent -> {
        draft = Optional.of(day);
        take(day, sent.lines());
      }
      case Decision.Ask ask -> {
        tasks.add(new TaskFacts(ask.kind(), ask.dueOn()));
        take(day, ask.lines());
      }
      case Decision.Close _, Decision.None _ -> existing = Optional.empty();
      case Decision.Wait _ -> {
        return;
      }
    }
    if (!(decision.action() instanceof Decision.None)) {
      log.add(new Done(day, decision.action()));
    }
  }

  private void take(LocalDate day, List<Line> lines) {
    for (Line line : lines) {
      invoices.replaceAll(invoice ->
          invoice.id().equals(line.invoice()) ? taken(invoice, line.step(), day) : invoice);
    }
  }

  private static InvoiceFacts taken(InvoiceFacts invoice, String step, LocalDate day) {
    var steps = new ArrayList<>(invoice.steps());
    steps.add(new StepTaken(step, day));
    return new InvoiceFacts(
        invoice.id(),
        invoice.number(),
        invoice.issuedOn(),
        invoice.dueOn(),
        invoice.gross(),
        invoice.open(),
        invoice.disputed(),
        List.copyOf(steps));
  }

  private CaseSnapshot snapshot(LocalDate day) {
    var debtor =
        new DebtorFacts(
            DebtorKind.COMPANY,
            Optional.of("FR"),
            Optional.empty(),
            Optional.empty(),
            reachable,
            10,
            6);
    var recent = contacts.stream().filter(contact -> contact.isAfter(day.minusDays(30))).toList();
    var last = contacts.isEmpty() ? Optional.<LocalDate>empty() : Optional.of(contacts.getLast());
    var inForce = holds.stream().filter(hold -> !hold.until().orElseThrow().isBefore(day)).toList();
    return new CaseSnapshot(
        existing,
        debtor,
        Currency.getInstance("EUR"),
        List.copyOf(invoices),
        inForce,
        List.copyOf(promises),
        List.of(),
        new ContactFacts(last, recent),
        draft,
        List.copyOf(tasks),
        Optional.of(new BankData(day, _ -> false)),
        0);
  }
}
