package io.duly.intake.job;

import static io.duly.database.jooq.intake.Tables.JOB;

import io.duly.database.jooq.intake.tables.records.JobRecord;
import io.duly.intake.job.InboxFolder.Lying;
import io.duly.intake.job.InboxFolder.Working;
import io.duly.kernel.IdSource;
import io.duly.parties.Parties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The watched folder ({@code DULY_INBOX}). A file of which size and time were the same at two looks is complete: it becomes
 * a job, and when that has ended goes to {@code done} or {@code refused}, with a text beside it that says why.
 */
@Component
public final class Inbox {
  private final Optional<InboxFolder> folder;
  private final DSLContext dsl;
  private final Parties parties;
  private final ImportJobs jobs;
  private final Spool spool;
  private final IdSource ids;
  private final Clock clock;
  private Map<Path, Lying> before = new HashMap<>();

  Inbox(@Value("${duly.inbox:}") String folder, DSLContext dsl, Parties parties, ImportJobs jobs, Spool spool, IdSource ids, Clock clock) {
    this.folder = Optional.of(folder).filter(text -> !text.isBlank()).map(text -> new InboxFolder(Path.of(text).toAbsolutePath()));
    this.dsl = dsl;
    this.parties = parties;
    this.jobs = jobs;
    this.spool = spool;
    this.ids = ids;
    this.clock = clock;
  }

  /** Looks once: takes what is complete, and puts away what is done with. Nothing where no folder is watched. */
  public synchronized void look() throws IOException {
    if (folder.isPresent()) {
      for (var file : folder.get().working()) {
        goOn(folder.get(), file);
      }
      take(folder.get());
    }
  }

  private void take(InboxFolder inbox) throws IOException {
    var now = new HashMap<Path, Lying>();
    for (var file : inbox.lying(parties.creditors(dsl))) {
      var last = before.get(file.path());
      if (last == null || !file.isAs(last)) {
        now.put(file.path(), file);
      } else {
        var taken = inbox.take(file, ids.next());
        if (taken.isPresent()) {
          begin(taken.get(), file);
        }
      }
    }
    before = now;
  }

  private void begin(Working file, Lying lying) throws IOException {
    var kept = spool.copy(file.job(), file.name(), file.path());
    var by = "folder:" + lying.creditor().map(one -> one.name()).orElse("inbox");
    jobs.add(dsl, new NewJob(kept, lying.creditor().map(one -> one.id()), false, by, LocalDate.now(clock)));
  }

  /** Of a file that was taken: without a job, its server died in between; with one that has ended, it is put away. */
  private void goOn(InboxFolder inbox, Working file) throws IOException {
    var job = dsl.selectFrom(JOB).where(JOB.ID.eq(file.job())).fetchOptional();
    if (job.isEmpty()) {
      var again = new Lying(file.path(), Optional.empty(), Files.size(file.path()), 0);
      begin(file, again);
    } else if (job.get().getEndedAt() != null) {
      inbox.settle(file, job.get().getState().equals("done"), said(job.get()));
    }
  }

  private static String said(JobRecord job) {
    return switch (job.getState()) {
      case "done" ->
          "Taken in as %s: %d rows, %d new, %d known already, %d set aside%s."
              .formatted(job.getKind(), job.getRows(), job.getImported(), job.getDuplicates(), job.getQuarantined(),
                  job.getQuarantined() > 0 ? " (mend them on the page Intake)" : "");
      case "cancelled" -> "Put away by a person; nothing of it was taken in.";
      default -> "Nothing of it was taken in. " + job.getSentence() + "\nIt can be read with a map on the page Intake, or corrected and put into the folder again.";
    };
  }
}
