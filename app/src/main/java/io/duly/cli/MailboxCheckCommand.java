package io.duly.cli;

import io.duly.correspondence.reply.MailboxReport;
import io.duly.correspondence.reply.MailboxWatch;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code duly mailbox check}: takes in what arrived. */
@Command(
    name = "check",
    description = {
      "Takes in what arrived in the mailbox, every minute until it is stopped (Ctrl-C, or SIGTERM).",
      "./duly start does so by itself. The mailbox is configured in the environment: docs/replies.md."
    })
final class MailboxCheckCommand implements Callable<Integer> {
  private static final long SECONDS_BETWEEN_LOOKS = 60;

  @Spec private CommandSpec spec;

  @Option(names = "--once", description = "Look once and end.")
  private boolean once;

  @Option(names = "--json", description = "Print JSON, a line for each look.")
  private boolean json;

  @Override
  public Integer call() throws SQLException, InterruptedException {
    var stop = new CountDownLatch(1);
    try (var application = Opened.application()) {
      var watch = application.the(MailboxWatch.class);
      var report = watch.look();
      say(report);
      if (!once) {
        Runtime.getRuntime().addShutdownHook(new Thread(stop::countDown));
        while (!stop.await(SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS)) {
          report = watch.look();
          say(report);
        }
      }
      return report.trouble().isEmpty() ? ExitCode.DONE : ExitCode.COULD_NOT;
    }
  }

  private void say(MailboxReport report) {
    var out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.of(report));
    } else {
      out.printf(
          "%,d taken in: %,d to read, %,d of which nobody knows whose they are, %,d that need nobody, %,d known before%n",
          report.taken(), report.replies(), report.unmatched(), report.automatic(), report.again());
      report.trouble().ifPresent(why -> out.println("The mailbox: " + ReplyText.printable(why)));
    }
    out.flush();
  }
}
