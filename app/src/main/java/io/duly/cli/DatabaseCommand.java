package io.duly.cli;

import io.duly.database.Database;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code duly db url}: how to look into the database. */
@Command(name = "db", description = "The database behind Duly.", subcommands = DatabaseCommand.Url.class)
final class DatabaseCommand {

  @Command(name = "url", description = "Prints an address for psql that can only read.")
  static final class Url implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() {
      try (var application = Opened.application()) {
        var url = application.the(Database.class).readerUrl();
        spec.commandLine().getOut().println(json ? Json.of(new Address(url)) : url);
        return ExitCode.DONE;
      }
    }

    record Address(String url) {}
  }
}
