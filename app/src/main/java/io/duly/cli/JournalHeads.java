package io.duly.cli;

import io.duly.journal.Heads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code duly journal heads}. */
@Command(
    name = "heads",
    description = "Writes the head of every chain into a file to be kept elsewhere; 'journal verify --heads' compares.")
final class JournalHeads implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "Where to write them.")
  private Path file;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException, SQLException {
    try (var application = Opened.application();
        var out = Files.newBufferedWriter(file)) {
      var answer = new Answer(file.toString(), application.the(Heads.class).write(out));
      spec.commandLine().getOut().println(json ? Json.of(answer) : text(answer));
      return ExitCode.DONE;
    }
  }

  private static String text(Answer done) {
    return "%s: the heads of %,d chains. Keep it where those who may write here may not."
        .formatted(done.file(), done.cases());
  }

  record Answer(String file, long cases) {}
}
