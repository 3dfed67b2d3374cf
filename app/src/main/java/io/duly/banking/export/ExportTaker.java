package io.duly.banking.export;

import io.duly.banking.books.StatementImport;
import io.duly.banking.statement.Finding;
import io.duly.intake.CannotImport;
import io.duly.intake.FileReport;
import io.duly.intake.FileTaker;
import io.duly.intake.ImportRequest;
import io.duly.intake.Previews;
import io.duly.intake.Progress;
import io.duly.intake.Turn;
import io.duly.intake.csv.FileRefused;
import io.duly.kernel.IdSource;
import io.duly.parties.Parties;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes in banks' lists of payments: by a map that is given with the file, was given before or is shipped, else as they show it themselves. */
@Component
@Order(200)
final class ExportTaker implements FileTaker {
  private static final String NO_ACCOUNT =
      "This is a bank's list of payments, and neither its rows nor what stands above them nor its name say which account it is of. Say it with --account (an IBAN, or the bank's own number), or as 'account:' in a --map (docs/bank-statements.md).";
  private static final String NO_CURRENCY =
      "This is a bank's list of payments, and nothing says in which currency. Say it with --currency, or as 'currency:' in a --map (docs/bank-statements.md).";

  private final StatementImport imports;
  private final BankMaps maps;
  private final Parties parties;
  private final Previews lists;
  private final Whereabouts whereabouts;
  private final AccountMeant accounts;
  private final DSLContext database;
  private final IdSource ids;

  ExportTaker(StatementImport imports, BankMaps maps, Parties parties, Previews lists, Whereabouts whereabouts, AccountMeant accounts, DSLContext database, IdSource ids) {
    this.imports = imports;
    this.maps = maps;
    this.parties = parties;
    this.lists = lists;
    this.whereabouts = whereabouts;
    this.accounts = accounts;
    this.database = database;
    this.ids = ids;
  }

  @Override
  public Optional<Turn> recognise(Path file, ImportRequest request) throws IOException {
    var list = BankList.at(file);
    return list.isPresent() && isOurs(file, list.get(), request) ? Optional.of(Turn.STATEMENTS) : Optional.empty();
  }

  private boolean isOurs(Path file, BankList list, ImportRequest request) throws IOException {
    if (request.map().isPresent()) {
      return request.map().filter(BankMapReader::isMeant).isPresent();
    }
    if (maps.fitting(database, list, request.creditor()).isPresent()) {
      return true;
    }
    var shape = list.shape(Optional.empty());
    boolean seems = !(ListGuess.of(list.rows(shape, Integer.MAX_VALUE), shape, whereabouts.hints(file, request)) instanceof Guess.Other);
    return seems && lists.saved(file, request.creditor()).isEmpty();
  }

  @Override
  public FileReport take(Path file, ImportRequest request, Progress progress) throws IOException, SQLException {
    try {
      var list = BankList.at(file).orElseThrow(() -> new FileRefused("not-text", "The file is no text."));
      var given = request.map().map(BankMapReader::read);
      var known = given.isPresent() ? Optional.<BankMaps.Fits>empty() : maps.fitting(database, list, request.creditor());
      var fitted = given.map(map -> list.fit(map).orElseThrow(() -> unfit(list, map))).or(() -> known.map(BankMaps.Fits::fitted));
      var reading = fitted.isPresent() ? mapped(file, list, fitted.get(), request, known.filter(BankMaps.Fits::saved).isPresent()) : guessed(file, list, request);
      var report = taken(file, request, reading);
      given.filter(_ -> !request.onPage()).ifPresent(map -> remember(map, request.map().orElseThrow(), report));
      return report;
    } catch (FileRefused refused) {
      return FileReport.refused(file, "bankStatements", "csv", refused.code(), String.valueOf(refused.getMessage()));
    } catch (CannotImport refused) {
      return FileReport.refused(file, "bankStatements", "csv", "unclear", String.valueOf(refused.getMessage()));
    }
  }

  private static Guess.Clear mapped(Path file, BankList list, Fitted fitted, ImportRequest request, boolean saved) throws IOException {
    var told = saved ? List.of(new Finding("the list", "Read with the saved map “" + fitted.map().name() + "”, for its columns are these.")) : List.<Finding>of();
    return mapped(BankList.read(file, fitted), list, fitted, request, told);
  }

  static Guess.Clear mapped(List<Line> lines, BankList list, Fitted fitted, ImportRequest request, List<Finding> told) {
    var around = new Around(list.rows(fitted.shape(), fitted.above()));
    var beside = ExportReader.Beside.asOf(request.asOf());
    return new Guess.Clear(
        fitted, lines, fitted.map().account().or(around::account), fitted.map().currency().or(around::currency), beside, told);
  }

  private Guess.Clear guessed(Path file, BankList list, ImportRequest request) throws IOException {
    var shape = list.shape(Optional.empty());
    return switch (ListGuess.of(BankList.read(file, shape, Optional.empty(), 0), shape, whereabouts.hints(file, request))) {
      case Guess.Clear clear -> clear;
      case Guess.Unclear unclear -> throw new FileRefused("bank-list-unclear", unclear.sentence());
      case Guess.Other() -> throw new FileRefused("bank-list-unclear", "The first rows look like a bank's list of payments, the whole of it does not. Say with --map which column is what (docs/bank-statements.md).");
    };
  }

  private FileReport taken(Path file, ImportRequest request, Guess.Clear reading) throws IOException, SQLException {
    var name = reading.fitted().map().name();
    if (reading.payments().isEmpty()) {
      var nothing = new io.duly.intake.Finding(Optional.empty(), Optional.empty(), "no-payments", "The list has the names of its columns and no payments.");
      return FileReport.taken(file, "bankStatements", "csv", name, List.of(), 0, 0, List.of(nothing));
    }
    var told = new ArrayList<>(reading.told());
    var account = account(file, request, reading, told);
    var rows = new RowReader(reading.fitted(), account.number(), account.currency());
    var beside = new ExportReader.Beside(request.asOf().or(() -> reading.beside().until()), reading.beside().opening(), reading.beside().closing());
    var reader = new ExportReader(reading.fitted(), rows, beside, told);
    return imports.take(file, _ -> reading.fitted().format(), request, into -> reader.read(reading.payments(), into)).said(name);
  }

  private Whereabouts.Found account(Path file, ImportRequest request, Guess.Clear reading, List<Finding> told) {
    var found = accounts.of(file, request, reading, told);
    if (found.number().isEmpty() && !reading.fitted().has(Column.ACCOUNT)) {
      throw new FileRefused("account-unclear", NO_ACCOUNT);
    }
    if (found.currency().isEmpty() && !AccountMeant.everyRow(reading)) {
      throw new FileRefused("currency-unclear", NO_CURRENCY);
    }
    return found;
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
