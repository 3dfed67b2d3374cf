package io.duly.strategy;

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
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;

/** Random snapshots, likely and unlikely ones; the same seed gives the same ones. */
final class RandomCases {
  private static final List<Currency> CURRENCIES =
      List.of(
          Currency.getInstance("EUR"), Currency.getInstance("JPY"), Currency.getInstance("KWD"));
  private final SplittableRandom random;
  private final LocalDate date;

  RandomCases(long seed, LocalDate date) {
    this.random = new SplittableRandom(seed);
    this.date = date;
  }

  CaseSnapshot next() {
    var existing =
        maybe(60, () -> new CaseFacts(one(Stage.values()), day(-400, 0), random.nextInt(4)));
    var invoices = invoices();
    return new CaseSnapshot(
        existing,
        debtor(),
        CURRENCIES.get(random.nextInt(CURRENCIES.size())),
        invoices,
        some(15, this::hold),
        some(20, this::promise),
        some(
            8,
            () ->
                new UnallocatedFacts(
                    random.nextLong(0, 5000),
                    day(-20, 0),
                    random.nextBoolean(),
                    random.nextBoolean())),
        contacts(),
        maybe(8, () -> day(-3, 0)),
        some(20, () -> new TaskFacts(one(TaskKind.values()), day(-20, 20))),
        maybe(60, () -> new BankData(day(-8, 0), _ -> false)),
        random.nextInt(4) == 0 ? random.nextLong(0, 5000) : 0,
        Optional.empty(),
        maybe(15, () -> new CareFacts(day(-60, 30), random.nextBoolean(), random.nextBoolean(), random.nextBoolean())));
  }

  private List<InvoiceFacts> invoices() {
    var invoices = new ArrayList<InvoiceFacts>();
    int count = random.nextInt(8);
    for (int number = 0; number < count; number++) {
      invoices.add(invoice(number));
    }
    invoices.sort(Comparator.comparing(InvoiceFacts::dueOn));
    return invoices;
  }

  private InvoiceFacts invoice(int number) {
    LocalDate due = day(-300, 40);
    long open = random.nextInt(5) == 0 ? 0 : amount();
    long disputed =
        random.nextInt(5) == 0 ? random.nextLong(open + 1) : random.nextInt(9) == 0 ? open : 0;
    return new InvoiceFacts(
        new UUID(random.nextLong(), random.nextLong()),
        "R-" + number,
        due.minusDays(30),
        due,
        open,
        open,
        disputed,
        steps(due));
  }

  private long amount() {
    return switch (random.nextInt(10)) {
      case 0 -> random.nextLong(1, 500);
      case 1 -> random.nextLong(1, Long.MAX_VALUE);
      default -> random.nextLong(1, 1_000_000);
    };
  }

  private List<StepTaken> steps(LocalDate due) {
    String[] known = {
      "courtesy-note",
      "first-reminder",
      "second-reminder",
      "call",
      "formal-demand",
      "second-call",
      "final-demand",
      "placement",
      "write-off",
      "of-an-older-policy"
    };
    var steps = new ArrayList<StepTaken>();
    int reached = random.nextBoolean() ? 0 : random.nextInt(known.length + 1);
    LocalDate on = due.plusDays(random.nextInt(5));
    for (int at = 0; at < reached && !on.isAfter(date); at++) {
      if (random.nextInt(3) > 0) {
        steps.add(new StepTaken(known[at], on));
        on = on.plusDays(random.nextInt(1, 25));
      }
    }
    return steps;
  }

  private DebtorFacts debtor() {
    int settled = random.nextInt(20);
    Channel[] channels = Channel.values();
    var reachable = Arrays.stream(channels).filter(_ -> random.nextInt(4) > 0).toList();
    return new DebtorFacts(
        one(DebtorKind.values()),
        maybe(80, () -> "DE"),
        maybe(30, () -> "key"),
        maybe(30, () -> random.nextLong(100_000_000)),
        reachable,
        settled,
        random.nextInt(settled + 1));
  }

  private HoldFacts hold() {
    return new HoldFacts(
        one(HoldKind.values()), day(-30, 0), maybe(60, () -> day(-3, 60)), "noted");
  }

  private PromiseFacts promise() {
    long amount = random.nextLong(0, 100_000);
    long received = random.nextInt(3) == 0 ? random.nextLong(2 * amount + 1) : 0;
    return new PromiseFacts(
        new UUID(1, random.nextLong()), amount, day(-40, -20), day(-15, 30), received);
  }

  private ContactFacts contacts() {
    var recent = some(50, () -> day(-29, 0));
    return new ContactFacts(recent.stream().max(LocalDate::compareTo), recent);
  }

  private <T> List<T> some(int percent, Supplier<T> make) {
    var list = new ArrayList<T>();
    while (list.size() < 5 && random.nextInt(100) < percent) {
      list.add(make.get());
    }
    return list;
  }

  private <T> Optional<T> maybe(int percent, Supplier<T> make) {
    return random.nextInt(100) < percent ? Optional.of(make.get()) : Optional.empty();
  }

  private <T> T one(T[] values) {
    return values[random.nextInt(values.length)];
  }

  private LocalDate day(int from, int to) {
    return date.plusDays(random.nextInt(from, to + 1));
  }
}
