package io.duly.cycle;

import io.duly.cases.OverdueAnswers;
import io.duly.cases.Recorded;
import io.duly.correspondence.ContactPermission;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The workers of a run: each claims chunk after chunk until the day is done. */
@Component
final class Crew {
  private final Transactions transactions;
  private final Days days;
  private final PolicyShelf policies;
  private final Conclusions conclusions;
  private final StaleBankData bankData;
  private final OverdueAnswers answers;
  private final MoneyIn money;
  private final ContactPermission permission;
  private final Clock clock;
  private final int workers;
  private final int debtorsPerChunk;

  Crew(
      Transactions transactions,
      Days days,
      PolicyShelf policies,
      Conclusions conclusions,
      StaleBankData bankData,
      OverdueAnswers answers,
      MoneyIn money,
      ContactPermission permission,
      Clock clock,
      @Value("${duly.cycle.workers:2}") int workers,
      @Value("${duly.cycle.debtors-per-chunk:2000}") int debtorsPerChunk) {
    this.transactions = transactions;
    this.days = days;
    this.policies = policies;
    this.conclusions = conclusions;
    this.bankData = bankData;
    this.answers = answers;
    this.money = money;
    this.permission = permission;
    this.clock = clock;
    this.workers = workers;
    this.debtorsPerChunk = debtorsPerChunk;
  }

  /** @param receipts how many arrived */
  record DayRun(RunReport report, int receipts) {}

  /** @throws CycleInterrupted where the day could not be done to its end */
  DayRun run(LocalDate day) {
    long began = System.nanoTime();
    try (var session = transactions.connection()) {
      days.enter(session, day);
      try {
        return run(day, began);
      } finally {
        days.leave(session, day);
      }
    } catch (SQLException | ExecutionException e) {
      throw new CycleInterrupted(day, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CycleInterrupted(day, e);
    }
  }

  /** Whether this is the latest day, and it was run to its end. */
  boolean ranLast(LocalDate day) {
    try (var connection = transactions.connection()) {
      return days.ranLast(connection, day);
    } catch (SQLException e) {
      throw new CycleInterrupted(day, e);
    }
  }

  private DayRun run(LocalDate day, long began) throws SQLException, ExecutionException, InterruptedException {
    money.match(day);
    var book = policies.read();
    var planning = Planning.of(debtorsPerChunk, book.policies());
    var begun = transactions.run(tx -> begin(tx, day, book, planning));
    var deciding = new Deciding(day, book, planning.leadDays(), permission, new AlikeDebtors(permission));
    var tally = together(new ChunkWork(deciding, conclusions, clock.instant()), Math.min(workers, begun.chunks()));
    transactions.run(tx -> days.finish(tx, day, clock.instant()));
    return new DayRun(RunReport.of(day, tally, (System.nanoTime() - began) / 1e9), begun.receipts());
  }

  private Days.Begun begin(Connection tx, LocalDate day, PolicyBook book, Planning planning) throws SQLException {
    answers.look(DSL.using(tx, SQLDialect.POSTGRES), day, Recorded.by(Recorded.DULY, day, clock.instant()));
    var begun = days.begin(tx, day, clock.instant(), planning);
    bankData.look(tx, day, clock.instant(), book);
    return begun;
  }

  private Tally together(ChunkWork work, int hands) throws SQLException, ExecutionException, InterruptedException {
    if (hands <= 1) {
      return hands == 0 ? Tally.NONE : untilDone(work);
    }
    try (var pool = Executors.newFixedThreadPool(hands)) {
      Callable<Tally> worker = () -> untilDone(work);
      var tally = Tally.NONE;
      for (var one : pool.invokeAll(IntStream.range(0, hands).mapToObj(_ -> worker).toList())) {
        tally = tally.plus(one.get());
      }
      return tally;
    }
  }

  private Tally untilDone(ChunkWork work) throws SQLException {
    var tally = Tally.NONE;
    var done = transactions.run(tx -> oneChunk(tx, work));
    while (done.isPresent()) {
      tally = tally.plus(done.get());
      done = transactions.run(tx -> oneChunk(tx, work));
    }
    return tally;
  }

  private static Optional<Tally> oneChunk(Connection tx, ChunkWork work) throws SQLException {
    var chunk = work.claim(tx);
    if (chunk.isEmpty()) {
      chunk = work.claimOrWait(tx);
    }
    return chunk.isPresent() ? Optional.of(work.work(tx, chunk.getAsInt())) : Optional.empty();
  }
}
