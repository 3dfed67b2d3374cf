package io.duly.intake.job;

import static io.duly.database.jooq.intake.Tables.JOB;

import io.duly.database.jooq.intake.tables.records.JobRecord;
import io.duly.intake.CannotImport;
import io.duly.intake.ImportRequest;
import io.duly.intake.Intake;
import io.duly.parties.Parties;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes in what waits, one file after the other. While it works on a file it holds a lock that goes with its connection,
 * so that no other server takes the same, and a file whose server died is free at once.
 */
@Component
public final class JobRunner {
  private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
  private static final int LOOKED_AT = 100;
  private static final int MOST_ATTEMPTS = 3;

  private final DSLContext dsl;
  private final DataSource database;
  private final Intake intake;
  private final Parties parties;
  private final Spool spool;
  private final Clock clock;

  JobRunner(DSLContext dsl, DataSource database, Intake intake, Parties parties, Spool spool, Clock clock) {
    this.dsl = dsl;
    this.database = database;
    this.intake = intake;
    this.parties = parties;
    this.spool = spool;
    this.clock = clock;
  }

  /** Goes on until no file waits that this server has. */
  public void runAll() throws SQLException {
    boolean more = true;
    while (more) {
      more = runNext();
    }
  }

  private boolean runNext() throws SQLException {
    for (var id : waiting()) {
      if (spool.has(id) && taken(id)) {
        return true;
      }
    }
    return false;
  }

  private List<UUID> waiting() {
    return dsl.select(JOB.ID).from(JOB).where(JOB.STATE.in("waiting", "running")).orderBy(JOB.ID).limit(LOOKED_AT).fetch(JOB.ID);
  }

  /** False where another server works on it, or has done so meanwhile. */
  private boolean taken(UUID id) throws SQLException {
    try (var guard = database.getConnection()) {
      guard.setAutoCommit(false);
      try {
        var held = DSL.using(guard, SQLDialect.POSTGRES);
        var locked = held.fetchSingle("select pg_try_advisory_xact_lock(hashtextextended('duly job ' || ?, 0))", id.toString()).get(0, Boolean.class);
        var job = locked ? held.selectFrom(JOB).where(JOB.ID.eq(id), JOB.STATE.in("waiting", "running")).fetchOptional() : java.util.Optional.<JobRecord>empty();
        job.ifPresent(this::run);
        return job.isPresent();
      } finally {
        guard.rollback();
        guard.setAutoCommit(true);
      }
    }
  }

  private void run(JobRecord job) {
    var ending = new JobEnding(dsl, job.getId(), clock);
    if (job.getAttempts() >= MOST_ATTEMPTS) {
      ending.failed("The server was stopped " + MOST_ATTEMPTS + " times while it took this file in, and nothing of it was. Split the file, or look into the server's log.");
      return;
    }
    ending.begun(job.getAttempts() + 1);
    try {
      var report = intake.take(List.of(spool.of(job.getId())), request(job), new JobProgress(dsl, job.getId(), clock)).getFirst();
      ending.reported(report);
      if (!report.refused()) {
        spool.drop(job.getId());
      }
    } catch (CannotImport unclear) {
      ending.refused("unclear", String.valueOf(unclear.getMessage()));
    } catch (IOException | SQLException | RuntimeException failure) {
      // Whatever it is, the file is set aside with it: the next one must go on.
      LOG.error("Import {} failed", job.getId(), failure);
      ending.failed("Something went wrong on our side, and nothing of the file was taken in. Try again; if it stays so, the server's log has the reason under " + job.getId() + ".");
    }
  }

  private ImportRequest request(JobRecord job) {
    var request = ImportRequest.on(job.getToday()).handedIn(job.getName(), job.getAddedBy());
    var mapped = job.getMap() == null ? request : request.mapped(job.getMap());
    return parties.creditors(dsl).stream()
        .filter(one -> one.id().value().equals(job.getCreditorId()))
        .findFirst()
        .map(one -> mapped.of(one.name()))
        .orElse(mapped);
  }
}
