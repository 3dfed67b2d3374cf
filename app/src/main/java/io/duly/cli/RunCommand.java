package io.duly.cli;

import io.duly.cycle.CycleInterrupted;
import io.duly.cycle.DailyCycle;
import io.duly.cycle.NotThatDay;
import io.duly.cycle.RunReport;
import io.duly.cycle.UnreadablePolicy;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code duly run}: the daily cycle of one business date. */
@Command(
    name = "run",
    description = {
      "Runs the daily cycle: decides what to do with every case that is due.",
      "The same day again decides only what was touched or failed since. Several may run the same day at once."
    })
final class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--date", paramLabel = "DATE", description = "The business date, as 2026-11-22. Default: today.")
  private Optional<LocalDate> date = Optional.empty();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    try (var application = Opened.application()) {
      var today = Today.of(application.the(Clock.class));
      var report = application.the(DailyCycle.class).run(date.orElse(today));
      spec.commandLine().getOut().println(json ? Json.of(report) : text(report));
      return report.failed() > 0 ? ExitCode.FINDINGS : ExitCode.DONE;
    } catch (NotThatDay wrong) {
      throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
    } catch (CycleInterrupted | UnreadablePolicy failed) {
      throw new CannotDo(failed);
    }
  }

  private static String text(RunReport report) {
    var failed = report.failed() == 0 ? "" : "%n%,9d set aside with their error; they are tried again by every run".formatted(report.failed());
    return "%s: %,d accounts decided in %.1f s%n%,9d messages drafted%n%,9d tasks%n%,9d wait"
            .formatted(report.date(), report.decided(), report.seconds(), report.messages(), report.tasks(), report.waiting())
        + failed;
  }
}
