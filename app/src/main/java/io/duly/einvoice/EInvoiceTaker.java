package io.duly.einvoice;

import io.duly.einvoice.model.CannotRead;
import io.duly.einvoice.reading.EInvoiceReader;
import io.duly.einvoice.reading.Kind;
import io.duly.einvoice.rules.Rulebook;
import io.duly.intake.FileReport;
import io.duly.intake.FileTaker;
import io.duly.intake.ImportRequest;
import io.duly.intake.Progress;
import io.duly.intake.Turn;
import io.duly.journal.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Takes electronic invoices in, each file in one transaction: whole, or not at all. */
@Component
final class EInvoiceTaker implements FileTaker {
  static final String KIND = "eInvoices";
  /** Told from the head alone, so that a credit note goes in after the invoice that it names; of others the turn is of little matter. */
  private static final Pattern CREDIT = Pattern.compile("<(?:[\\w.-]+:)?CreditNote[\\s>]|TypeCode[^>]*>\\s*(?:381|396|261|81|83|532)\\s*<|>TD0[48]<|BGM.(?:381|396|261|81|83)\\b");

  private final DataSource database;
  private final Rulebook rulebook;
  private final FileEntry entry;

  EInvoiceTaker(DataSource database, Rulebook rulebook, FileEntry entry) {
    this.database = database;
    this.rulebook = rulebook;
    this.entry = entry;
  }

  @Override
  public Optional<Turn> recognise(Path file, ImportRequest request) throws IOException {
    byte[] head;
    try (var in = Files.newInputStream(file)) {
      head = in.readNBytes(Kind.LOOK);
    }
    return Kind.of(head).map(_ -> CREDIT.matcher(new String(head, StandardCharsets.ISO_8859_1)).find() ? Turn.CREDIT_NOTES : Turn.INVOICES);
  }

  @Override
  public FileReport take(Path file, ImportRequest request, Progress progress) throws IOException, SQLException {
    long size = Files.size(file);
    if (size > EInvoiceReader.MOST_BYTES) {
      return FileReport.refused(file, KIND, "", "too-large", "The file has %,d MB; an electronic invoice may have 64 MB. Ask the sender to leave large attachments out.".formatted(size >> 20));
    }
    progress.at("Reading the invoice", 0, size);
    try {
      var bytes = Files.readAllBytes(file);
      var content = EInvoiceReader.read(bytes);
      progress.at("Checking it by the rules", size, size);
      var rules = content.xml().map(rulebook::check).orElse(List.of());
      return taken(file, new OneFile(String.valueOf(file.getFileName()), bytes, Sha256.of(bytes), content, rules), request);
    } catch (CannotRead refused) {
      return FileReport.refused(file, KIND, "", "unreadable-file", String.valueOf(refused.getMessage()));
    }
  }

  private FileReport taken(Path path, OneFile file, ImportRequest request) throws SQLException {
    try (var connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        var report = entry.take(DSL.using(connection, SQLDialect.POSTGRES), path, file, request);
        connection.commit();
        return report;
      } catch (NotAClaim none) {
        return FileReport.refused(path, KIND, file.content().format(), Findings.of(List.of(none.reasons(), file.content().problems(), file.rules())));
      } finally {
        // After the commit this ends nothing; before it, it leaves nothing of the file.
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }
}
