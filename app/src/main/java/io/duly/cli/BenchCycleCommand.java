package io.duly.cli;

import io.duly.cycle.BenchReport;
import io.duly.cycle.Benchmark;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code duly bench cycle}: the daily cycle beside the floor that the database sets. */
@Command(
    name = "cycle",
    description = {
      "Measures the daily cycle: first run, the same day again, the next day, ten days later;",
      "beside what the database alone needs to read, copy and update the same rows."
    })
final class BenchCycleCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--debtors", defaultValue = "20000", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
  private int debtors;

  @Option(names = "--invoices", defaultValue = "100000", paramLabel = "M", description = "Default: ${DEFAULT-VALUE}.")
  private int invoices;

  @Option(names = "--growth", description = "Measure a hundredth and a tenth of it before, and how cost grows.")
  private boolean growth;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    if (debtors < 1 || invoices < debtors) {
      throw new ParameterException(spec.commandLine(), "Give at least one debtor, and at least as many invoices.");
    }
    if (growth && debtors < 1_000) {
      throw new ParameterException(spec.commandLine(), "Give at least 1000 debtors to see how cost grows.");
    }
    try (var application = Opened.application()) {
      var bench = application.the(Benchmark.class);
      var report = growth ? bench.runGrowing(debtors, invoices) : bench.run(debtors, invoices);
      spec.commandLine().getOut().println(json ? Json.of(report) : text(report));
      return ExitCode.DONE;
    }
  }

  private static String text(BenchReport report) {
    return """
        %,d open invoices of %,d debtors, %d workers
        floor      %8.2f s  read %.2f, copy %.2f (%,d rows), update %.2f
        first run  %8.2f s  %.2f times the floor, %.1f µs a case
        same day   %8.2f s  %d rows changed
        next day   %8.2f s
        ten days   %8.2f s
        memory     %8d MiB"""
        .formatted(
            report.invoices(), report.debtors(), report.workers(),
            report.floor().totalSeconds(), report.floor().readSeconds(), report.floor().copySeconds(),
            report.rowsWritten(), report.floor().updateSeconds(),
            report.firstRunSeconds(), report.ratioToFloor(), report.microsecondsPerCase(),
            report.sameDaySeconds(), report.changedBySameDay(),
            report.nextDaySeconds(), report.tenDaysLaterSeconds(), report.peakMemoryMiB())
        + report.growth().map(BenchCycleCommand::text).orElse("");
  }

  private static String text(BenchReport.Growth growth) {
    return growth.sizes().stream()
        .map(size -> "%n%,11d invoices %8.2f s  %.1f µs a case".formatted(size.invoices(), size.seconds(), size.seconds() * 1e6 / size.cases()))
        .collect(Collectors.joining("", "", "%nexponent  %8.3f".formatted(growth.exponent())));
  }
}
