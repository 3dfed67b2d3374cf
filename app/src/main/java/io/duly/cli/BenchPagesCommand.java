package io.duly.cli;

import io.duly.cycle.Benchmark;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code duly bench pages}: how fast the desk answers on the current database. */
@Command(
    name = "pages",
    description = {
      "Starts the desk on the current database, or on a generated one, and lets users work in it: each signs in and acts once a second (worklist,",
      "cases from it, further pages, searches). Then as fast as they can. Times are from the moment a user meant to act."
    })
final class BenchPagesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--users", defaultValue = "50", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
  private int users;

  @Option(names = "--seconds", defaultValue = "30", paramLabel = "S", description = "Of work that counts. Default: ${DEFAULT-VALUE}.")
  private int seconds;

  @Option(names = "--debtors", defaultValue = "0", paramLabel = "N", description = "Measure on a generated portfolio of so many debtors, in a database of its own.")
  private int debtors;

  @Option(names = "--invoices", defaultValue = "0", paramLabel = "M", description = "How many open invoices they have.")
  private int invoices;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    if (users < 1 || seconds < 1 || debtors < 0 || (debtors > 0 && invoices < debtors)) {
      throw new ParameterException(spec.commandLine(), "Give at least one user and one second, and at least as many invoices as debtors.");
    }
    var report = debtors == 0 ? measure() : measureGenerated();
    spec.commandLine().getOut().println(json ? Json.of(report) : report.text());
    return report.failures() == 0 ? ExitCode.DONE : ExitCode.FINDINGS;
  }

  private PageReport measureGenerated() throws Exception {
    try (var application = Opened.application();
        var database =
            application.the(Benchmark.class).worked("duly_bench_pages", Today.of(application.the(Clock.class)), debtors, invoices)) {
      return measure("duly.database-url=" + database.address());
    }
  }

  private PageReport measure(String... settings) throws IOException, InterruptedException {
    return BusyDesk.of(users, settings).with(load -> load.run(Duration.ofSeconds(seconds)));
  }
}
