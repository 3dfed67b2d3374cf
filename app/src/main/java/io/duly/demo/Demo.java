package io.duly.demo;

import io.duly.cycle.DailyCycle;
import io.duly.cycle.Replay;
import io.duly.cycle.RunReport;
import io.duly.parties.Parties;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** A portfolio to look at, filled where it is missing and lived through up to a business date. */
@Component
public final class Demo {
  private static final long SEED = 20_261_122;

  private final DSLContext database;
  private final Parties parties;
  private final Ground ground;
  private final Deliveries deliveries;
  private final Staff staff;
  private final BankPost bank;
  private final DailyCycle cycle;
  private final Replay replay;
  private final Clock clock;

  Demo(
      DSLContext database,
      Parties parties,
      Ground ground,
      Deliveries deliveries,
      Staff staff,
      BankPost bank,
      DailyCycle cycle,
      Replay replay,
      Clock clock) {
    this.database = database;
    this.parties = parties;
    this.ground = ground;
    this.deliveries = deliveries;
    this.staff = staff;
    this.bank = bank;
    this.cycle = cycle;
    this.replay = replay;
    this.clock = clock;
  }

  /**
   * Goes on to a day: makes the portfolio up where the database is empty, lives through the days that are missing, and
   * runs the day's cycle. Interrupted anywhere it goes on there the next time.
   *
   * @param afterEach told of each day when it is over
   * @return what the day's run did
   * @throws NotADemo where the database holds real data, or a later day was reached before
   */
  public RunReport liveUpTo(LocalDate day, Consumer<LocalDate> afterEach) {
    Mark.requireNothingReal(database, parties);
    var mark = Mark.read(database).orElseGet(() -> fill(day));
    if (day.isBefore(mark.arrivedOn())) {
      throw new NotADemo(
          "The demonstration was lived through up to " + mark.arrivedOn() + " already; ask for that day or a later one.");
    }
    var world = World.of(database, parties, PortfolioMaker.make(mark.seed(), mark.endsOn()));
    for (var next = mark.livedOn().plusDays(1); next.isBefore(day); next = next.plusDays(1)) {
      liveThrough(world, next);
      afterEach.accept(next);
    }
    if (receive(world, day)) {
      bank.deliver(world, day);
    }
    return cycle.run(day);
  }

  private Mark fill(LocalDate end) {
    var portfolio = PortfolioMaker.make(SEED, end);
    var begin = end.minusDays(PortfolioMaker.LIVED_DAYS + 1L);
    return database.transactionResult(
        configuration -> {
          var tx = configuration.dsl();
          staff.engage();
          ground.lay(tx, portfolio, clock.instant());
          deliveries.deliver(tx, World.of(tx, parties, portfolio), LocalDate.MIN, begin);
          var mark = new Mark(portfolio.seed(), end, begin, begin);
          mark.write(tx);
          return mark;
        });
  }

  /** One whole day: what arrives, the run, the messages that leave, the calls. */
  private void liveThrough(World world, LocalDate day) {
    if (receive(world, day) && bank.began()) {
      bank.deliverNothing(world, day);
    }
    replay.run(day, day, _ -> {});
    database.transaction(
        configuration -> {
          var tx = configuration.dsl();
          staff.work(tx, world, day, clock.instant());
          Mark.read(tx).orElseThrow().lived(day).write(tx);
        });
  }

  /** What arrives on a day, once: whether it had not arrived yet. */
  private boolean receive(World world, LocalDate day) {
    return database.transactionResult(
        configuration -> {
          var tx = configuration.dsl();
          var mark = Mark.read(tx).orElseThrow();
          boolean coming = mark.arrivedOn().isBefore(day);
          if (coming) {
            deliveries.deliver(tx, world, mark.arrivedOn(), day);
            staff.morning(tx, world, day, clock.instant());
            mark.arrived(day).write(tx);
          }
          return coming;
        });
  }
}
