package io.duly.banking.export;

import io.duly.banking.books.StatementImport;
import io.duly.intake.CannotImport;
import io.duly.intake.FileReport;
import io.duly.intake.FileTaker;
import io.duly.intake.ImportRequest;
import io.duly.intake.Progress;
import io.duly.intake.Turn;
import io.duly.intake.csv.FileRefused;
import io.duly.kernel.IdSource;
import io.duly.parties.Parties;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes in lists of payments that a map fits: one that is given with the file, one given before, or a shipped one. */
@Component
@Order(200)
final class ExportTaker implements FileTaker {
  private final StatementImport imports;
  private final BankMaps maps;
  private final Parties parties;
  private final DSLContext database;
  private final IdSource ids;

  ExportTaker(StatementImport imports, BankMaps maps, Parties parties, DSLContext database, IdSource ids) {
    this.imports = imports;
    this.maps = maps;
    this.parties = parties;
    this.database = database;
    this.ids = ids;
  }

  @Override
  public Optional<Turn> recognise(Path file, ImportRequest request) throws IOException {
    boolean meant = request.map().filter(BankMapReader::isMeant).isPresent();
    var list = BankList.at(file);
    return list.isPresent() && (meant || request.map().isEmpty() && fitted(list.get()).isPresent()) ? Optional.of(Turn.STATEMENTS) : Optional.empty();
  }

  private Optional<Fitted> fitted(BankList list) {
    return maps.all(database).flatMap(map -> list.fit(map).stream()).max(Comparator.comparing(one -> one.map().header()));
  }

  @Override
  public FileReport take(Path file, ImportRequest request, Progress progress) throws IOException, SQLException {
    try {
      var list = BankList.at(file).orElseThrow(() -> new FileRefused("not-text", "The file is no text."));
      var given = request.map().map(BankMapReader::read);
      var fitted = (given.isPresent() ? list.fit(given.get()) : fitted(list)).orElseThrow(() -> unfit(list, given.orElseThrow()));
      var rows = new RowReader(fitted, request.account(), request.currencyMeant());
      var reader = new ExportReader(fitted, rows, request.asOf());
      var report = imports.take(file, _ -> "csv", request, into -> reader.read(file, into));
      given.ifPresent(map -> remember(map, request.map().orElseThrow(), report));
      return report.said(fitted.map().name());
    } catch (FileRefused refused) {
      return FileReport.refused(file, "bankStatements", "csv", refused.code(), String.valueOf(refused.getMessage()));
    } catch (CannotImport refused) {
      return FileReport.refused(file, "bankStatements", "csv", "unclear", String.valueOf(refused.getMessage()));
    }
  }

  private static FileRefused unfit(BankList list, BankMap map) {
    return new FileRefused("map-unfit", "The map does not fit: it names the columns " + String.join(", ", map.columns().keySet())
        + ", and no row of the file has exactly these. The first row is: " + list.firstRow() + " Name every column in the map; those that say nothing with 'ignore'.");
  }

  /** For the next file with the same columns. */
  private void remember(BankMap map, String yaml, FileReport report) {
    database.transaction(tx -> parties.creditors(tx.dsl()).stream()
        .filter(one -> report.creditors().contains(one.name()))
        .forEach(one -> maps.remember(tx.dsl(), ids.next(), one.id().value(), map, yaml)));
  }
}
