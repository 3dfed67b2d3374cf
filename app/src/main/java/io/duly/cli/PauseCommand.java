package io.duly.cli;

import io.duly.correspondence.sending.Pauses;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code duly pause}: nothing leaves. */
@Command(name = "pause", description = "Keeps every message back, or those of a creditor or to a debtor, until ./duly resume.")
final class PauseCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private PausedWhom whom;

  @Option(names = "--why", required = true, description = "For whoever wonders.")
  private String why;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    try (var application = Opened.application()) {
      var now = application.the(Clock.class).instant();
      boolean placed =
          application.the(DSLContext.class)
              .transactionResult(
                  tx -> application.the(Pauses.class).place(tx.dsl(), whom.in(application, tx.dsl()), why, "shell:" + System.getProperty("user.name"), now));
      spec.commandLine().getOut().println(
          json ? Json.of(new Placed(placed)) : placed ? "Paused. ./duly resume lets messages go again." : "It is paused already.");
      return ExitCode.DONE;
    }
  }

  record Placed(boolean placed) {}
}
