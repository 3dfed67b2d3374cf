package io.duly.cli;

import io.duly.banking.cash.MatchBenchReport;
import io.duly.banking.cash.MatchBenchmark;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code duly bench match}: cash matching beside the floor that the database sets. */
@Command(
    name = "match",
    description = {
      "Measures cash matching: from payments and open invoices in the database to allocations, proposals and journal in it;",
      "beside what the database alone needs to give out and take in the same rows."
    })
final class BenchMatchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--entries", defaultValue = "10000", paramLabel = "N", description = "Payments. Default: ${DEFAULT-VALUE}.")
  private int entries;

  @Option(names = "--invoices", defaultValue = "100000", paramLabel = "M", description = "Open invoices. Default: ${DEFAULT-VALUE}.")
  private int invoices;

  @Option(names = "--growth", description = "Measure a tenth and three tenths of the payments before, and how cost grows.")
  private boolean growth;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    if (entries < 10 || invoices < entries) {
      throw new ParameterException(spec.commandLine(), "Give at least ten payments, and at least as many invoices.");
    }
    try (var application = Opened.application()) {
      var bench = application.the(MatchBenchmark.class);
      var report = growth ? bench.runGrowing(entries, invoices) : bench.run(entries, invoices);
      spec.commandLine().getOut().println(json ? Json.of(report) : text(report));
      return ExitCode.DONE;
    }
  }

  private static String text(MatchBenchReport report) {
    return """
        %,d payments against %,d open invoices
        matched    %8.2f s  %.2f times the floor, %,.0f payments a second
                   %8d sure (%d allocations), %d likely, %d candidates, %d nothing
        floor      %8.2f s  read %.2f, copy %.2f (%,d rows)
        again      %8.3f s  nothing unseen
        memory     %8d MiB"""
        .formatted(
            report.entries(), report.invoices(), report.seconds(), report.ratioToFloor(), report.entries() / report.seconds(), report.matched().sure(), report.matched().parts(),
            report.matched().likely(), report.matched().candidates(), report.matched().nothing(), report.floorReadSeconds() + report.floorCopySeconds(),
            report.floorReadSeconds(), report.floorCopySeconds(), report.rowsWritten(), report.againSeconds(), report.peakMemoryMiB())
        + report.growth().map(BenchMatchCommand::text).orElse("");
  }

  private static String text(MatchBenchReport.Growth growth) {
    return growth.sizes().stream()
        .map(size -> "%n%,11d payments %8.2f s  %.1f µs each".formatted(size.entries(), size.seconds(), size.seconds() * 1e6 / size.entries()))
        .collect(Collectors.joining("", "", "%nexponent  %8.3f".formatted(growth.exponent())));
  }
}
