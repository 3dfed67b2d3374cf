package io.duly.banking.books;

import io.duly.banking.reading.CannotRead;
import io.duly.banking.reading.StatementFile;
import io.duly.banking.reading.StatementFormat;
import io.duly.banking.reading.StatementReader;
import io.duly.banking.statement.StatementKind;
import io.duly.intake.CannotImport;
import io.duly.intake.FileReport;
import io.duly.intake.FileTaker;
import io.duly.intake.ImportRequest;
import io.duly.intake.Progress;
import io.duly.intake.Turn;
import io.duly.intake.csv.CountedInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Currency;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes in statement files of the banks' own formats. */
@Component
@Order(100)
final class StatementTaker implements FileTaker {
  private final StatementReader reader = new StatementReader();
  private final StatementImport imports;

  StatementTaker(StatementImport imports) {
    this.imports = imports;
  }

  @Override
  public Optional<Turn> recognise(Path file, ImportRequest request) {
    return reader.recognise(StatementFile.of(file)).map(_ -> Turn.STATEMENTS);
  }

  @Override
  public FileReport take(Path file, ImportRequest request, Progress progress) throws IOException, SQLException {
    var format = reader.recognise(StatementFile.of(file)).orElseThrow();
    long size = Files.size(file);
    var source = new StatementFile(request.nameOf(file), () -> new CountedInput(Files.newInputStream(file), read -> progress.at("Reading", read, size)));
    try {
      return imports.take(file, kind -> name(format, kind), request, into -> reader.read(source, said(request), into));
    } catch (CannotRead | CannotImport refused) {
      var code = refused instanceof CannotRead ? "unreadable" : "creditor-unclear";
      return FileReport.refused(file, "bankStatements", format.words(), code, String.valueOf(refused.getMessage()));
    } catch (UncheckedIOException broken) {
      throw broken.getCause();
    }
  }

  private static String name(StatementFormat format, StatementKind kind) {
    return switch (format) {
      case CAMT -> switch (kind) {
        case BOOKED -> "camt.053";
        case INTRADAY -> "camt.052";
        case ADVICE -> "camt.054";
        case DOWNLOAD -> "camt";
      };
      case MT940 -> kind == StatementKind.BOOKED ? "MT940" : "MT942";
      case OFX, BAI2, CODA, QIF -> format.words();
    };
  }

  private static StatementReader.Said said(ImportRequest request) {
    return new StatementReader.Said(request.account(), request.currencyMeant().map(Currency::getInstance));
  }
}
