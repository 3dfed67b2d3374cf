package io.duly.intake.job;

import static io.duly.database.jooq.intake.Tables.JOB;

import io.duly.intake.Progress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jooq.DSLContext;

/** Writes down how far an import is, a few times a second at most and outside its transaction, so that others see it. */
final class JobProgress implements Progress {
  private static final Duration BETWEEN = Duration.ofMillis(400);

  private final DSLContext dsl;
  private final UUID job;
  private final InstantSource clock;
  private Instant told = Instant.EPOCH;
  private String step = "";

  JobProgress(DSLContext dsl, UUID job, InstantSource clock) {
    this.dsl = dsl;
    this.job = job;
    this.clock = clock;
  }

  @Override
  public void at(String what, long done, long all) {
    var now = clock.instant();
    if (!what.equals(step) || now.isAfter(told.plus(BETWEEN))) {
      told = now;
      step = what;
      dsl.update(JOB).set(JOB.STEP, what).set(JOB.DONE, done).set(JOB.TOTAL, all).where(JOB.ID.eq(job)).execute();
    }
  }
}
