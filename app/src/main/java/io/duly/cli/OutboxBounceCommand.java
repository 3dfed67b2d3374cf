package io.duly.cli;

import io.duly.correspondence.sending.Bounces;
import io.duly.correspondence.sending.Moment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code duly outbox bounce}: takes in a report that a message did not arrive. */
@Command(name = "bounce", description = "Reads a delivery report (RFC 3464) as it came: the message is noted as returned, or as delayed.")
final class OutboxBounceCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The e-mail as it came; - reads what is piped in.")
  private String file;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    var bytes = bytes();
    try (var application = Opened.application()) {
      var at = Moment.of(application.the(Clock.class));
      var taken = application.the(DSLContext.class).transactionResult(tx -> application.the(Bounces.class).take(tx.dsl(), bytes, at));
      var out = spec.commandLine().getOut();
      out.println(json ? Json.of(taken) : taken.inWords());
      return taken.isOurs() ? ExitCode.DONE : ExitCode.FINDINGS;
    }
  }

  private byte[] bytes() {
    try (var in = file.equals("-") ? System.in : Files.newInputStream(Path.of(file))) {
      var bytes = in.readNBytes(Bounces.MOST_BYTES + 1);
      if (bytes.length > Bounces.MOST_BYTES) {
        throw new CannotDo(file + " is larger than " + Bounces.MOST_BYTES / 1_000_000 + " MB; no report is.");
      }
      return bytes;
    } catch (IOException unreadable) {
      throw new CannotDo(file + " cannot be read.");
    }
  }
}
