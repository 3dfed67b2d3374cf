package io.duly.intake.job;

import static io.duly.database.jooq.intake.Tables.JOB;

import io.duly.kernel.CreditorId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The files that wait to be taken in, and what became of those before them. */
@Component
public final class ImportJobs {
  private final Clock clock;

  ImportJobs(Clock clock) {
    this.clock = clock;
  }

  /** Puts a file at the end of those that wait, or, where its columns are to be chosen first, beside them. */
  public UUID add(DSLContext tx, NewJob job) {
    var file = job.file();
    tx.insertInto(JOB)
        .set(JOB.ID, file.id())
        .set(JOB.CREDITOR_ID, job.creditor().map(CreditorId::value).orElse(null))
        .set(JOB.NAME, file.name())
        .set(JOB.BYTES, file.bytes())
        .set(JOB.SHA256, file.sha256().bytes())
        .set(JOB.SOURCE, file.source())
        .set(JOB.STATE, job.lookFirst() ? "draft" : "waiting")
        .set(JOB.TODAY, job.today())
        .set(JOB.ADDED_BY, job.by())
        .set(JOB.ADDED_AT, now())
        .onConflictDoNothing()
        .execute();
    return file.id();
  }

  /**
   * Lets a file wait again that was refused, or whose columns have been chosen.
   *
   * @param map as {@code docs/import.md} has it; empty where the file says everything itself
   * @return whether it waits now
   */
  public boolean again(DSLContext tx, UUID job, Optional<CreditorId> creditor, Optional<String> map, LocalDate today) {
    return tx.update(JOB)
            .set(JOB.STATE, "waiting")
            .set(JOB.CREDITOR_ID, creditor.map(CreditorId::value).orElse(null))
            .set(JOB.MAP, map.orElse(null))
            .set(JOB.TODAY, today)
            .set(JOB.ATTEMPTS, 0)
            .setNull(JOB.ENDED_AT)
            .setNull(JOB.CODE)
            .setNull(JOB.SENTENCE)
            .where(JOB.ID.eq(job), JOB.STATE.in("draft", "refused", "failed"), JOB.FILE_GONE_ON.isNull())
            .execute()
        == 1;
  }

  /** Takes a file out of those that wait; false where it is being taken in already, or was. */
  public boolean cancel(DSLContext tx, UUID job) {
    return tx.update(JOB)
            .set(JOB.STATE, "cancelled")
            .set(JOB.ENDED_AT, now())
            .setNull(JOB.CODE)
            .setNull(JOB.SENTENCE)
            .where(JOB.ID.eq(job), JOB.STATE.in("draft", "waiting", "refused", "failed"))
            .execute()
        == 1;
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
