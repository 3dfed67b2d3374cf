package io.duly.cli;

import io.duly.correspondence.sending.Dispatcher;
import io.duly.correspondence.sending.SendReport;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code duly send}: hands over what waits and is due. */
@Command(
    name = "send",
    subcommands = SendLettersCommand.class,
    description = {
      "Sends the messages that wait and may leave now, until it is stopped (Ctrl-C, or SIGTERM).",
      "./duly start does so by itself. Nothing leaves without a configured mail server: docs/sending.md."
    })
final class SendCommand implements Callable<Integer> {
  private static final long SECONDS_BETWEEN_ROUNDS = 10;

  @Spec private CommandSpec spec;

  @Option(names = "--once", description = "End when nothing more may leave now.")
  private boolean once;

  @Option(names = "--json", description = "Print JSON, a line for each round.")
  private boolean json;

  @Override
  public Integer call() throws SQLException, InterruptedException {
    var stop = new CountDownLatch(1);
    var enough = new AtomicBoolean();
    var hook = new Thread(() -> { enough.set(true); stop.countDown(); });
    try (var application = Opened.application()) {
      var dispatcher = application.the(Dispatcher.class);
      Runtime.getRuntime().addShutdownHook(hook);
      var report = dispatcher.round(enough);
      say(report);
      while (!once && !stop.await(SECONDS_BETWEEN_ROUNDS, TimeUnit.SECONDS)) {
        report = dispatcher.round(enough);
        if (!report.isQuiet()) {
          say(report);
        }
      }
      return report.troubles().isEmpty() && report.uncertain() == 0 && report.failed() == 0 ? ExitCode.DONE : ExitCode.FINDINGS;
    }
  }

  private void say(SendReport report) {
    var out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.of(report));
    } else {
      text(report, out);
    }
    out.flush();
  }

  private static void text(SendReport report, PrintWriter out) {
    out.printf(
        "%,d sent, %,d to be tried again, %,d failed, %,d uncertain, %,d kept waiting, %,d withdrawn, %,d for a person to look at%n",
        report.sent(), report.later(), report.failed(), report.uncertain(), report.kept(), report.withdrawn(), report.held());
    if (report.waiting() > 0) {
      out.printf("%,d wait because their creditor has no sender; ./duly sender CREDITOR --name … --address … makes one.%n", report.waiting());
    }
    report.troubles().forEach(out::println);
  }
}
