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

/** {@code duly resume}: messages leave again. */
@Command(name = "resume", description = "Lets messages go again that ./duly pause kept back.")
final class ResumeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private PausedWhom whom;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    try (var application = Opened.application()) {
      var now = application.the(Clock.class).instant();
      boolean lifted =
          application.the(DSLContext.class)
              .transactionResult(
                  tx -> application.the(Pauses.class).lift(tx.dsl(), whom.in(application, tx.dsl()), "shell:" + System.getProperty("user.name"), now));
      spec.commandLine().getOut().println(
          json ? Json.of(new Lifted(lifted)) : lifted ? "Messages go again." : "It was not paused; ./duly outbox list shows what is.");
      return ExitCode.DONE;
    }
  }

  record Lifted(boolean lifted) {}
}
