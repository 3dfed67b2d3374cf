package io.duly.cli;

import io.duly.intake.CannotImport;
import io.duly.intake.FileReport;
import io.duly.intake.ImportRequest;
import io.duly.intake.Intake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code duly import}: files of debtors, invoices, credit notes and receipts, and bank statements. */
@Command(
    name = "import",
    description = {
      "Takes in debtors, invoices, credit notes and receipts from CSV files, and bank statements (docs/bank-statements.md).",
      "Columns are found by their names, formats by looking at whole columns. Rows that cannot be taken in are set aside",
      "with their line and a sentence; the others go in. The same file twice changes nothing."
    })
final class ImportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "CSV files.")
  private List<Path> files = List.of();

  @Option(names = "--creditor", paramLabel = "NAME", description = "Whose they are; made where there is none of that name.")
  private Optional<String> creditor = Optional.empty();

  @Option(names = "--as-of", paramLabel = "DATE", description = "Take in the world as it was known that day; what came later arrives on its day.")
  private Optional<LocalDate> asOf = Optional.empty();

  @Option(names = "--map", paramLabel = "MAP", description = "A YAML file that says which column is what (docs/import.md).")
  private Optional<Path> map = Optional.empty();

  @Option(names = "--currency", paramLabel = "CODE", description = "The currency of amounts that do not say theirs.")
  private Optional<String> currency = Optional.empty();

  @Option(names = "--account", paramLabel = "NUMBER", description = "The bank account of files that do not say theirs.")
  private Optional<String> account = Optional.empty();

  @Option(names = "--dates", paramLabel = "ORDER", description = "How dates such as 03/04/2026 are meant: dmy, mdy or ymd.")
  private Optional<String> dates = Optional.empty();

  @Mixin private Today today;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException, SQLException {
    files.forEach(this::requireFile);
    var columns = map.isPresent() ? Optional.of(Files.readString(requireFile(map.get()))) : Optional.<String>empty();
    try (var application = Opened.application()) {
      var on = today.date(application);
      var reports = taken(application.the(Intake.class), new ImportRequest(creditor, asOf, columns, dates, currency, on, Optional.empty(), Optional.empty(), account));
      spec.commandLine().getOut().println(json ? Json.of(new Printed(reports)) : ImportText.of(reports));
      return reports.stream().anyMatch(FileReport::needsAttention) ? ExitCode.FINDINGS : ExitCode.DONE;
    } catch (CannotImport unclear) {
      throw new ParameterException(spec.commandLine(), unclear.getMessage(), unclear);
    }
  }

  private List<FileReport> taken(Intake intake, ImportRequest request) throws IOException, SQLException {
    try (var progress = ProgressLine.onTerminal()) {
      return intake.take(files, request, progress);
    }
  }

  record Printed(List<FileReport> files) {}

  private Path requireFile(Path file) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new ParameterException(spec.commandLine(), "There is no file " + file + " that can be read.");
    }
    return file;
  }
}
