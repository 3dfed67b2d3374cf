package io.duly.cycle;

import io.duly.correspondence.Outbox;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Runs every day of a period as it would have been: what arrives arrives on its day, what is drafted is sent that day. */
@Component
public final class Replay {
  private static final int TAKEN_TOGETHER = 5000;

  private final Crew crew;
  private final Transactions transactions;
  private final Outbox outbox;
  private final Clock clock;

  Replay(Crew crew, Transactions transactions, Outbox outbox, Clock clock) {
    this.crew = crew;
    this.transactions = transactions;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Replays the days from the first to the last, both included.
   *
   * @param afterEach told of each day when it is over
   * @throws NotThatDay where a later day than the first was begun already
   */
  public ReplayReport run(LocalDate from, LocalDate to, Consumer<RunReport> afterEach) {
    long began = System.nanoTime();
    var report = new ReplayReport(0, 0, 0, 0, 0, 0, 0);
    for (var day = from; !day.isAfter(to); day = day.plusDays(1)) {
      var run = crew.run(day);
      if (run.report().messages() > 0 || day.equals(from)) { // drafts of a replay that was cut off wait on its first day
        takeAsSent(day);
      }
      report = report.plus(run.report(), run.receipts());
      afterEach.accept(run.report());
    }
    return report.lasting((System.nanoTime() - began) / 1e9);
  }

  /** Takes the drafts of a day as sent that day. */
  public int takeAsSent(LocalDate day) {
    try {
      int all = 0;
      int taken;
      do {
        taken = transactions.run(tx -> outbox.takeAsSent(tx, day, clock.instant(), TAKEN_TOGETHER));
        all += taken;
      } while (taken == TAKEN_TOGETHER);
      return all;
    } catch (SQLException e) {
      throw new CycleInterrupted(day, e);
    }
  }
}
