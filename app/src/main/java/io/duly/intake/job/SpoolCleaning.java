package io.duly.intake.job;

import static io.duly.database.jooq.intake.Tables.JOB;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Files that were never taken in do not lie here for ever: they hold names and amounts of people who owe nothing to anybody here. */
@Component
public final class SpoolCleaning {
  /** How long a file waits for somebody to come back to it. */
  public static final int DAYS = 30;

  private final DSLContext dsl;
  private final Spool spool;
  private final Clock clock;

  SpoolCleaning(DSLContext dsl, Spool spool, Clock clock) {
    this.dsl = dsl;
    this.spool = spool;
    this.clock = clock;
  }

  /**
   * Removes what was refused, failed or waits for its columns since {@link #DAYS} days, and says so with the job. Files of other
   * machines are left to them.
   *
   * @return how many files went
   */
  public int clean(LocalDate day) {
    var due = due(day).stream().filter(spool::has).toList();
    if (due.isEmpty()) {
      return 0;
    }
    // Said before it is done: whoever comes back meanwhile either still has the file or reads that it is gone.
    var gone = dsl.transactionResult(tx -> mark(tx.dsl(), due, day));
    gone.forEach(spool::drop);
    return gone.size();
  }

  private List<UUID> due(LocalDate day) {
    var before = day.minusDays(DAYS).atStartOfDay(ZoneId.systemDefault()).toOffsetDateTime();
    return dsl.select(JOB.ID)
        .from(JOB)
        .where(JOB.STATE.in("draft", "refused", "failed"), org.jooq.impl.DSL.coalesce(JOB.ENDED_AT, JOB.ADDED_AT).lt(before))
        .fetch(JOB.ID);
  }

  private List<UUID> mark(DSLContext tx, List<UUID> due, LocalDate day) {
    tx.update(JOB).set(JOB.STATE, "cancelled").set(JOB.ENDED_AT, clock.instant().atOffset(ZoneOffset.UTC)).where(JOB.ID.in(due), JOB.STATE.eq("draft")).execute();
    return tx.update(JOB)
        .set(JOB.FILE_GONE_ON, day)
        .where(JOB.ID.in(due), JOB.STATE.in("cancelled", "refused", "failed"))
        .returning(JOB.ID)
        .fetch(JOB.ID);
  }
}
