package io.duly.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code duly start}: serves the desk until it is told to stop. */
@Command(name = "start", description = "Serves the desk until it is stopped (Ctrl-C, or SIGTERM).")
final class StartCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--port", defaultValue = "8080", description = "Port on this machine; 0 takes a free one. Default: 8080.")
  private int port;

  @Option(names = "--print-url", description = "Print the address, and nothing else, on standard output once it is ready.")
  private boolean printUrl;

  @Option(names = "--train", hidden = true, description = "Start, work in the desk for a moment, and stop.")
  private boolean train;

  @Override
  public Integer call() throws Exception {
    try (var server = DeskServer.start(port)) {
      if (train) {
        Training.day(server);
        return ExitCode.DONE;
      }
      greet(server);
      server.awaitEnd();
      return ExitCode.DONE;
    }
  }

  private void greet(DeskServer server) {
    var out = spec.commandLine().getOut();
    var beside = printUrl ? spec.commandLine().getErr() : out;
    FirstPerson.greeting(server).ifPresent(beside::println);
    beside.flush();
    out.println(printUrl ? server.url() : "Duly is ready at " + server.url());
    out.flush();
  }
}
