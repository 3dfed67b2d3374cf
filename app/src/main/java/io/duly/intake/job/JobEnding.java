package io.duly.intake.job;

import static io.duly.database.jooq.intake.Tables.JOB;

import io.duly.intake.FileReport;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jooq.DSLContext;

/** Writes down that a job began, and how it ended. */
final class JobEnding {
  private final DSLContext dsl;
  private final UUID job;
  private final InstantSource clock;

  JobEnding(DSLContext dsl, UUID job, InstantSource clock) {
    this.dsl = dsl;
    this.job = job;
    this.clock = clock;
  }

  void begun(int attempt) {
    dsl.update(JOB).set(JOB.STATE, "running").set(JOB.ATTEMPTS, attempt).set(JOB.STARTED_AT, now()).where(JOB.ID.eq(job)).execute();
  }

  void reported(FileReport report) {
    if (report.refused()) {
      var why = report.findings().getFirst();
      refused(why.code(), why.message());
    } else {
      dsl.update(JOB)
          .set(JOB.STATE, "done")
          .set(JOB.ENDED_AT, now())
          .set(JOB.KIND, report.kind())
          .set(JOB.FORMAT, report.format())
          .set(JOB.DIALECT, report.dialect())
          .set(JOB.ROWS, report.rows())
          .set(JOB.IMPORTED, report.imported())
          .set(JOB.DUPLICATES, report.duplicates())
          .set(JOB.QUARANTINED, report.quarantined())
          .set(JOB.KEPT_BACK, report.keptBack())
          .where(JOB.ID.eq(job))
          .execute();
    }
  }

  void refused(String code, String sentence) {
    end("refused", code, sentence);
  }

  void failed(String sentence) {
    end("failed", "failed", sentence);
  }

  private void end(String state, String code, String sentence) {
    dsl.update(JOB)
        .set(JOB.STATE, state)
        .set(JOB.ENDED_AT, now())
        .set(JOB.CODE, code)
        .set(JOB.SENTENCE, sentence)
        .where(JOB.ID.eq(job))
        .execute();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
