package io.duly.cli;

import io.duly.charging.Charging;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code duly charges cancel}. */
@Command(
    name = "cancel",
    description = "Takes back a charge that was wrong. What the rules still give is asked for again; to let it go, waive it.")
final class ChargesCancelCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private NamedCharge named;
  @Mixin private Today today;

  @Option(names = "--why", required = true, paramLabel = "TEXT", description = "Why, in a sentence; the journal keeps it.")
  private String why;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    try (var application = Opened.application()) {
      application
          .the(DSLContext.class)
          .transaction(tx -> application.the(Charging.class).cancel(tx.dsl(), named.id(), why, today.by(application)));
      spec.commandLine().getOut().println(json ? Json.of(new Cancelled(named.id().toString())) : "Taken back.");
      return ExitCode.DONE;
    }
  }

  record Cancelled(String id) {}
}
