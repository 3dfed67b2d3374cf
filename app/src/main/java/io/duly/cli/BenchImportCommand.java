package io.duly.cli;

import io.duly.intake.ImportBenchReport;
import io.duly.intake.ImportBenchmark;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code duly bench import}: the import of a large file beside what the database needs for its rows. */
@Command(
    name = "import",
    description = {
      "Measures the import of a generated list of debtors and a list of open invoices, and of both once more;",
      "beside one COPY of the same invoices into a table with the same columns and indexes, nothing else."
    })
final class BenchImportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--rows", defaultValue = "1000000", paramLabel = "N", description = "Invoices. Default: ${DEFAULT-VALUE}.")
  private int rows;

  @Option(names = "--debtors", defaultValue = "200000", paramLabel = "M", description = "Default: ${DEFAULT-VALUE}.")
  private int debtors;

  @Option(names = "--before", defaultValue = "0", paramLabel = "N", description = "Other invoices that are there already. Default: ${DEFAULT-VALUE}.")
  private int before;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException, SQLException {
    if (debtors < 1 || rows < debtors || (before != 0 && before < debtors)) {
      throw new ParameterException(spec.commandLine(), "Give at least one debtor, and at least as many invoices.");
    }
    try (var application = Opened.application();
        var progress = ProgressLine.onTerminal()) {
      var report = application.the(ImportBenchmark.class).run(rows, debtors, before, progress);
      spec.commandLine().getOut().println(json ? Json.of(report) : text(report));
      return ExitCode.DONE;
    }
  }

  private static String text(ImportBenchReport report) {
    return """
        %,d invoices of %,d debtors into a database with %,d others
        copy       %8.2f s  the same invoices, into a table with the same columns and indexes, no checks
        debtors    %8.2f s
        invoices   %8.2f s  %,d rows a second, %.2f times the copy
        again      %8.2f s  %d rows changed
        memory     %8d MiB"""
        .formatted(
            report.rows(), report.debtors(), report.before(), report.copySeconds(), report.debtorSeconds(),
            report.invoiceSeconds(), report.rowsPerSecond(), report.ratioToCopy(),
            report.againSeconds(), report.againChanged(), report.peakMemoryMiB());
  }
}
