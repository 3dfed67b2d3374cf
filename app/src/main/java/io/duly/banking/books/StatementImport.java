package io.duly.banking.books;

import io.duly.banking.StatementsTaken;
import io.duly.banking.statement.Statement;
import io.duly.banking.statement.StatementKind;
import io.duly.intake.FileReport;
import io.duly.intake.ImportRequest;
import io.duly.intake.TakenFile;
import io.duly.intake.TakenFiles;
import io.duly.journal.Sha256;
import io.duly.kernel.CreditorId;
import io.duly.kernel.IdSource;
import io.duly.ledger.Ledger;
import io.duly.parties.Creditor;
import io.duly.parties.Parties;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Stores the statements of one file, in a transaction of its own: all of them, or none. */
@Component
public final class StatementImport {
  private final DataSource database;
  private final Ledger ledger;
  private final Freshness freshness;
  private final Parties parties;
  private final TakenFiles files;
  private final Whose whose;
  private final IdSource ids;
  private final Clock clock;
  private final Outcomes outcomes;
  private final ApplicationEventPublisher events;

  StatementImport(DataSource database, Ledger ledger, Freshness freshness, Parties parties, TakenFiles files, Whose whose, IdSource ids, Clock clock, Outcomes outcomes, ApplicationEventPublisher events) {
    this.database = database;
    this.ledger = ledger;
    this.freshness = freshness;
    this.parties = parties;
    this.files = files;
    this.whose = whose;
    this.ids = ids;
    this.clock = clock;
    this.outcomes = outcomes;
    this.events = events;
  }

  /** Hands over the statements of a file one by one; what it throws takes everything back. */
  public interface Source {
    void read(Consumer<Statement> into) throws IOException;
  }

  /**
   * Takes in what the source hands over, tells whoever matches money, and reports.
   *
   * @param format what the format of a kind of statement is called
   */
  public FileReport take(Path file, Function<StatementKind, String> format, ImportRequest request, Source source) throws IOException, SQLException {
    var digest = TakenFiles.digest(file);
    try (var connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        var report = take(connection, new Identity(file, request.nameOf(file), request.by().orElse("file:" + request.nameOf(file)), digest), format, request, source);
        connection.commit();
        events.publishEvent(new StatementsTaken(request.today()));
        return outcome(connection, digest, report, request);
      } finally {
        // After the commit this ends nothing; before it, it leaves nothing of the file.
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }

  /** Whoever matches money has looked at it by now. */
  private FileReport outcome(Connection connection, Sha256 digest, FileReport report, ImportRequest request) {
    var files = DSL.using(connection, SQLDialect.POSTGRES).fetch("select id from intake.file where sha256 = ?", (Object) digest.bytes()).map(row -> row.get(0, UUID.class));
    return report.bankStatements().map(bank -> report.with(bank.matched(outcomes.of(files, request.today())))).orElse(report);
  }

  private record Identity(Path path, String name, String by, Sha256 digest) {}

  private FileReport take(Connection connection, Identity file, Function<StatementKind, String> format, ImportRequest request, Source source) throws IOException {
    var tx = DSL.using(connection, SQLDialect.POSTGRES);
    var setting = new FileTaking.Setting(connection, tx, ledger, freshness, ids, whose, request.creditor(), format, request.today(), clock.instant());
    var taking = new FileTaking(setting);
    source.read(taking);
    taking.end();
    taking.counts().forEach((creditor, counts) -> keep(tx, setting, file, taking.format(), creditor, counts));
    return report(tx, file, taking);
  }

  private void keep(DSLContext tx, FileTaking.Setting setting, Identity file, String format, CreditorId creditor, FileTaking.Counts counts) {
    if (counts.stored) {
      var findings = counts.findings.stream().map(finding -> new TakenFile.About(Optional.empty(), finding)).toList();
      var taken =
          new TakenFile(counts.file, creditor, file.digest(), file.name(), "bankStatements", format, counts.payments, counts.fresh, counts.payments - counts.fresh, findings);
      files.keep(tx, setting.now(), file.by(), taken);
    }
  }

  private FileReport report(DSLContext tx, Identity file, FileTaking taking) {
    var counts = taking.counts();
    var names = parties.creditors(tx).stream().filter(one -> counts.containsKey(one.id())).map(Creditor::name).toList();
    var findings = counts.values().stream().map(one -> one.findings).flatMap(List::stream).toList();
    long payments = counts.values().stream().mapToLong(one -> one.payments).sum();
    long fresh = counts.values().stream().mapToLong(one -> one.fresh).sum();
    return FileReport.taken(file.path(), "bankStatements", taking.format(), taking.kinds(), names, fresh, payments - fresh, findings).with(taking.report());
  }
}
