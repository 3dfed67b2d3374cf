package io.duly.cli;

import io.duly.correspondence.letter.LetterBenchmark;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code duly bench letters}: needs no database. */
@Command(
    name = "letters",
    description = "Makes letters as PDF/A and says how many a second, beside the same words written bare by the PDF library.")
final class BenchLettersCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--letters", paramLabel = "N", description = "How many. Default: 2000.")
  private int letters = 2_000;

  @Option(names = "--threads", paramLabel = "N", description = "How many at a time. Default: 2.")
  private int threads = 2;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    if (letters < 1 || threads < 1 || threads > 64) {
      throw new CannotDo("Make at least one letter, by 1 to 64 threads.");
    }
    var report = new LetterBenchmark(letters, threads).run();
    var out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.of(report));
    } else {
      out.printf(
          "%,d letters by %d threads: %,.0f a second, %.1f ms of a core and %,d bytes each; the same words bare: %,.0f a second.%n",
          report.letters(), report.threads(), report.lettersPerSecond(), report.cpuMillis(), report.bytes(), report.barePerSecond());
    }
    return ExitCode.DONE;
  }
}
