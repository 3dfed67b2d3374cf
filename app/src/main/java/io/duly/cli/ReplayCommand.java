package io.duly.cli;

import io.duly.cycle.CycleInterrupted;
import io.duly.cycle.NotThatDay;
import io.duly.cycle.Replay;
import io.duly.cycle.ReplayReport;
import io.duly.cycle.UnreadablePolicy;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code duly replay}: every day of a period, as it would have been. */
@Command(
    name = "replay",
    description = {
      "Runs every day of a period. Receipts arrive on their day; each day's drafts are taken as sent that day."
    })
final class ReplayCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--from", required = true, paramLabel = "DATE", description = "The first day.")
  private LocalDate from;

  @Option(names = "--to", required = true, paramLabel = "DATE", description = "The last day.")
  private LocalDate to;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    if (to.isBefore(from)) {
      throw new ParameterException(spec.commandLine(), "--to " + to + " lies before --from " + from + ".");
    }
    try (var application = Opened.application()) {
      var report = application.the(Replay.class).run(from, to, _ -> {});
      spec.commandLine().getOut().println(json ? Json.of(report) : text(report));
      return report.failed() > 0 ? ExitCode.FINDINGS : ExitCode.DONE;
    } catch (NotThatDay wrong) {
      throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
    } catch (CycleInterrupted | UnreadablePolicy failed) {
      throw new CannotDo(failed);
    }
  }

  private static String text(ReplayReport report) {
    return "%,d days in %.1f s, %.0f days a second%n%,9d decisions%n%,9d messages, taken as sent%n%,9d tasks%n%,9d receipts%n%,9d failures"
        .formatted(
            report.days(), report.seconds(), report.days() / report.seconds(), report.decisions(), report.messages(),
            report.tasks(), report.receipts(), report.failed());
  }
}
