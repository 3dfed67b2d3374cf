package io.duly.intake;

import io.duly.intake.csv.FileRefused;
import io.duly.intake.csv.Look;
import io.duly.intake.csv.Source;
import io.duly.intake.csv.Workbook;
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
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Takes files in, each in one transaction: whole, or not at all. */
@Component
public final class Intake {
  private static final long LARGEST = 1L << 30;

  private final FileImport files;
  private final SavedMaps maps;
  private final List<FileTaker> takers;

  @Autowired
  Intake(FileImport files, SavedMaps maps, ObjectProvider<FileTaker> takers) {
    this(files, maps, takers.orderedStream().toList());
  }

  Intake(FileImport files, SavedMaps maps, List<FileTaker> takers) {
    this.files = files;
    this.maps = maps;
    this.takers = List.copyOf(takers);
  }

  /**
   * A file after it was looked at: who takes it, how to read it, or why it is refused.
   *
   * @param content where its content lies: the file itself, or what was written out of a workbook
   */
  private record Looked(
      Path path, Path content, ImportRequest request, Turn turn, Optional<FileTaker> taker, Optional<FilePlan> plan, Optional<FileRefused> refused) {
    Looked of(Path workbook) {
      return new Looked(workbook, content, request, turn, taker, plan, refused);
    }

    boolean saysNoCreditor() {
      return request.creditor().isEmpty() && plan.filter(one -> one.creditors().isEmpty()).isPresent();
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
    var sheets = new ArrayList<Path>();
    try {
      return take(paths, request, progress, sheets);
    } finally {
      for (var sheet : sheets) {
        Files.deleteIfExists(sheet);
      }
    }
  }

  /** @param sheets collects what was written out of workbooks on the way */
  private List<FileReport> take(List<Path> paths, ImportRequest request, Progress progress, List<Path> sheets) throws IOException, SQLException {
    var looked = new ArrayList<Looked>();
    for (var path : paths) {
      looked.add(look(path, request, progress, sheets));
    }
    // Whose they are is settled before the first goes in: a creditor that one file brings does not make another unclear.
    var meant = looked.stream().anyMatch(Looked::saysNoCreditor) ? files.creditorMeant() : "";
    var reports = new HashMap<Path, FileReport>();
    for (var one : looked.stream().sorted(Comparator.comparing(Looked::turn)).toList()) {
      reports.put(one.path(), taken(one, one.saysNoCreditor() ? one.request().of(meant) : one.request(), progress));
    }
    return paths.stream().map(path -> Objects.requireNonNull(reports.get(path))).toList();
  }

  private Looked look(Path path, ImportRequest request, Progress progress, List<Path> sheets) throws IOException, SQLException {
    try {
      if (Files.size(path) > LARGEST) {
        throw tooLarge(Files.size(path));
      }
      if (!Workbook.isOne(path)) {
        return look(path, request, progress);
      }
      var sheet = Workbook.asText(path);
      sheets.add(sheet);
      return look(sheet, request.called(request.nameOf(path)), progress).of(path);
    } catch (FileRefused refused) {
      return new Looked(path, path, request, Turn.DEBTORS, Optional.empty(), Optional.empty(), Optional.of(refused));
    }
  }

  private Looked look(Path path, ImportRequest request, Progress progress) throws IOException, SQLException {
    for (var taker : takers) {
      var turn = taker.recognise(path, request);
      if (turn.isPresent()) {
        return new Looked(path, path, request, turn.get(), Optional.of(taker), Optional.empty(), Optional.empty());
      }
    }
    return list(path, request, progress);
  }

  private static FileRefused tooLarge(long size) {
    return new FileRefused("too-large", "The file has %,d MB; 1,024 MB is the most that is taken in at once. Split it, by month for instance.".formatted(size >> 20));
  }

  private Looked list(Path path, ImportRequest request, Progress progress) throws IOException, SQLException {
    try {
      var source = Look.at(path);
      var saved = request.map().isPresent() ? Optional.<SavedMap>empty() : maps.fitting(source, request.creditor());
      return planned(path, source, saved, saved.map(request::mapped).orElse(request), progress);
    } catch (FileRefused refused) {
      return new Looked(path, path, request, Turn.DEBTORS, Optional.empty(), Optional.empty(), Optional.of(refused));
    }
  }

  private Looked planned(Path path, Source source, Optional<SavedMap> saved, ImportRequest request, Progress progress) throws IOException, SQLException {
    var map = request.columns();
    var currency = map.currency().isPresent() ? map.currency() : files.expectedCurrency(request);
    var plan = FilePlan.of(source, map, currency, Long.MAX_VALUE, read -> progress.at("Looking at the columns", read, source.size()));
    var whose = saved.filter(_ -> request.creditor().isEmpty() && plan.creditors().isEmpty()).map(one -> request.of(one.creditor())).orElse(request);
    return new Looked(path, path, whose, turn(plan.layout().kind()), Optional.empty(), Optional.of(plan), Optional.empty());
  }

  private static Turn turn(Kind kind) {
    return switch (kind) {
      case DEBTORS -> Turn.DEBTORS;
      case INVOICES -> Turn.INVOICES;
      case CREDIT_NOTES -> Turn.CREDIT_NOTES;
      case RECEIPTS -> Turn.RECEIPTS;
    };
  }

  private FileReport taken(Looked file, ImportRequest request, Progress progress) throws IOException, SQLException {
    var report = content(file, request, progress);
    return file.path().equals(file.content()) ? report : report.ofWorkbook(file.path());
  }

  private FileReport content(Looked file, ImportRequest request, Progress progress) throws IOException, SQLException {
    if (file.taker().isPresent()) {
      return file.taker().get().take(file.content(), request, progress);
    }
    return file.plan().isPresent()
        ? files.take(file.content(), file.plan().get(), request, progress)
        : Reports.refused(file.path(), file.refused().orElseThrow());
  }
}
