package io.duly.cli;

import io.duly.correspondence.sending.Printing;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code duly send letters}: a batch for whoever prints them. */
@Command(
    name = "letters",
    description = "Writes the letters that may leave now into a folder, with a manifest; what is written there counts as sent.")
final class SendLettersCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder; it is made where it is not there.")
  private Path folder;

  @Option(names = "--separately", description = "A file for each letter, not one with a separator page before each.")
  private boolean separately;

  @Option(names = "--most", description = "How many letters at most. Default: ${DEFAULT-VALUE}.")
  private int most = 500;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws SQLException {
    try (var application = Opened.application()) {
      var printed = application.the(Printing.class).print(folder, separately, Math.max(1, most));
      spec.commandLine().getOut().println(json ? Json.of(printed) : text(printed));
      return ExitCode.DONE;
    } catch (IOException unwritable) {
      throw new CannotDo("The letters could not be written to " + folder + ": " + unwritable.getMessage() + ". None has left.");
    }
  }

  private static String text(Printing.Printed printed) {
    var report = printed.report();
    return "%,d letters, %,d kept waiting, %,d withdrawn, %,d for a person to look at%s"
        .formatted(report.sent(), report.kept(), report.withdrawn(), report.held(), printed.files().isEmpty() ? "" : "\n" + String.join("\n", printed.files()));
  }
}
