package io.duly.intake;

import io.duly.cases.Recorded;
import io.duly.intake.csv.FileRefused;
import io.duly.intake.reading.FilePlan;
import io.duly.intake.reading.KeptReading;
import io.duly.intake.rows.Assumptions;
import io.duly.intake.rows.Note;
import io.duly.intake.stage.FileRecord;
import io.duly.intake.stage.Taking;
import io.duly.kernel.IdSource;
import io.duly.parties.Parties;
import io.duly.parties.TermsOfTrade;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Takes in one file that was looked at, in a transaction of its own. */
@Component
final class FileImport {
  /** From so many new rows on the database is told to look at its tables anew. */
  private static final int MANY = 10_000;

  private final DataSource database;
  private final Parties parties;
  private final TermsOfTrade terms;
  private final DebtorImport debtors;
  private final InvoiceImport invoices;
  private final DocumentImport documents;
  private final IdSource ids;
  private final Clock clock;

  FileImport(DataSource database, Parties parties, TermsOfTrade terms, DebtorImport debtors, InvoiceImport invoices, DocumentImport documents, IdSource ids, Clock clock) {
    this.database = database;
    this.parties = parties;
    this.terms = terms;
    this.debtors = debtors;
    this.invoices = invoices;
    this.documents = documents;
    this.ids = ids;
    this.clock = clock;
  }

  /** The currency of the creditor that is meant, as far as can be told before a file is looked at. */
  Optional<String> expectedCurrency(ImportRequest request) throws SQLException {
    try (var connection = database.getConnection()) {
      return Creditors.expected(context(connection), parties, request.creditor())
          .map(creditor -> creditor.currency().getCurrencyCode());
    }
  }

  /** The name of the creditor that is meant where nobody says it. */
  String creditorMeant() throws SQLException {
    try (var connection = database.getConnection()) {
      return Creditors.only(parties.creditors(context(connection)));
    }
  }

  FileReport take(Path path, FilePlan plan, ImportRequest request, Progress progress) throws IOException, SQLException {
    try (var connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        var report = take(setting(connection, path, plan, request, progress, Optional.empty()), path);
        connection.commit();
        return report;
      } catch (FileRefused refused) {
        return Reports.refused(path, refused);
      } finally {
        // After the commit this ends nothing; before it, it leaves nothing of the file.
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }

  /**
   * Rows of a file that were set aside and mended, through the same readers as the file, in the caller's transaction.
   *
   * @param mends the file
   */
  FileRecord takeMended(Connection connection, Path path, FilePlan plan, ImportRequest request, Mends mends) throws IOException, SQLException {
    var setting = setting(connection, path, plan, request, Progress.NONE, Optional.of(mends.file()));
    mends.requireReach(setting.creditors().all());
    take(setting, path);
    return setting.file();
  }

  private FileReport take(Setting setting, Path path) throws IOException, SQLException {
    var tx = setting.taking().tx();
    var creditors = setting.creditors().all().stream().map(one -> one.id().value()).sorted().toList();
    creditors.forEach(one -> oneAtATime(tx, one));
    setting.file().target(creditors, creditors.stream().map(_ -> ids.next()).toList());
    var taken =
        switch (setting.plan().layout().kind()) {
          case DEBTORS -> debtors.take(setting);
          case INVOICES -> invoices.take(setting);
          case CREDIT_NOTES -> documents.creditNotes(setting);
          case RECEIPTS -> documents.receipts(setting);
        };
    if (taken.outcome().imported() >= MANY) {
      tx.execute("call intake.refresh_statistics()");
    }
    return Reports.of(setting, path, taken);
  }

  private Setting setting(Connection connection, Path path, FilePlan plan, ImportRequest request, Progress progress, Optional<UUID> mends) {
    var name = request.nameOf(path);
    var taking = new Taking(context(connection), request.today(), request.asOf(), mends.flatMap(_ -> request.by()).orElse("file:" + name));
    var creditors = Creditors.of(taking.tx(), parties, request.creditor(), plan);
    var notes = new PlanNotes(plan, creditors, request);
    var identity = new FileRecord.Identity(plan.source().sha256(), name, plan.layout().kind().word(), "csv", request.by().orElse(taking.actor()), mends);
    var assumptions = new Assumptions(notes.currency(), creditors.paymentTerms(taking.tx(), terms), taking.knownDay());
    var told = mends.isPresent() ? List.<Note>of() : notes.all();
    var record = new FileRecord(taking, identity, KeptReading.of(plan, notes.currency()), told);
    return new Setting(
        connection, plan, creditors, taking, assumptions, record,
        Recorded.by(taking.actor(), taking.knownDay(), clock.instant()), progress);
  }

  /** Two files of one creditor at once could each take the other's rows for new. */
  static void oneAtATime(DSLContext tx, UUID creditor) {
    tx.fetch("select pg_advisory_xact_lock(hashtextextended('duly import ' || ?, 0))", creditor.toString());
  }

  private static DSLContext context(Connection connection) {
    return DSL.using(connection, SQLDialect.POSTGRES);
  }
}
