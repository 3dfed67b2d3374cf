package io.duly.intake;

import io.duly.intake.csv.FileRefused;
import io.duly.intake.reading.ColumnMap;
import io.duly.intake.reading.FilePlan;
import io.duly.intake.reading.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.HashMap;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes files in, each in one transaction: whole, or not at all. */
@Component
public final class Intake {
  private final FileImport files;

  Intake(FileImport files) {
    this.files = files;
  }

  /** A file after it was looked at: how to read it, or why it is refused. */
  private record Looked(Path path, Optional<FilePlan> plan, Optional<FileRefused> refused) {
    boolean saysNoCreditor() {
      return plan.filter(one -> one.creditors().isEmpty()).isPresent();
    }

    Kind kind() {
      return plan.map(one -> one.layout().kind()).orElse(Kind.DEBTORS);
    }
  }

  /**
   * Takes in files that are there: debtors before invoices, and those before payments. The reports come in the order of
   * the files.
   *
   * @throws CannotImport where the request is not clear
   * @throws IOException where a file cannot be read
   */
  public List<FileReport> take(List<Path> paths, ImportRequest request, Progress progress) throws IOException, SQLException {
    var map = request.columns();
    var looked = new ArrayList<Looked>();
    for (var path : paths) {
      looked.add(look(path, request, map, progress));
    }
    // Whose they are is settled before the first goes in: a creditor that one file brings does not make another unclear.
    var meant = request.creditor().isEmpty() && looked.stream().anyMatch(Looked::saysNoCreditor) ? request.of(files.creditorMeant()) : request;
    var reports = new HashMap<Path, FileReport>();
    for (var one : looked.stream().sorted(Comparator.comparing(Looked::kind)).toList()) {
      reports.put(one.path(), taken(one, one.saysNoCreditor() ? meant : request, progress));
    }
    return paths.stream().map(path -> Objects.requireNonNull(reports.get(path))).toList();
  }

  private Looked look(Path path, ImportRequest request, ColumnMap map, Progress progress) throws IOException, SQLException {
    long size = Files.size(path);
    try {
      var currency = map.currency().isPresent() ? map.currency() : files.expectedCurrency(request);
      var plan = FilePlan.of(path, map, currency, read -> progress.at("Looking at the columns", read, size));
      return new Looked(path, Optional.of(plan), Optional.empty());
    } catch (FileRefused refused) {
      return new Looked(path, Optional.empty(), Optional.of(refused));
    }
  }

  private FileReport taken(Looked file, ImportRequest request, Progress progress) throws IOException, SQLException {
    return file.plan().isPresent()
        ? files.take(file.path(), file.plan().get(), request, progress)
        : Reports.refused(file.path(), file.refused().orElseThrow());
  }
}
