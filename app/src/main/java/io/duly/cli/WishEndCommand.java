package io.duly.cli;

import io.duly.correspondence.DebtorWishes;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code duly wish end}: the debtor takes it back. */
@Command(name = "end", description = "The debtor takes a wish back.")
final class WishEndCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private NamedDebtor named;
  @Mixin private Today today;

  @Parameters(index = "1", paramLabel = "WISH", description = "Its id, as ./duly wish list shows it.")
  private UUID wish;

  @Option(names = "--why", required = true, description = "In a sentence.")
  private String why;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  record Ended(String wish) {}

  @Override
  public Integer call() {
    try (var application = Opened.application()) {
      application.the(DSLContext.class).transaction(tx -> end(application, tx.dsl()));
      spec.commandLine().getOut().println(json ? Json.of(new Ended(wish.toString())) : "It does not hold any more.");
      return ExitCode.DONE;
    }
  }

  private void end(Opened application, DSLContext tx) {
    application.the(DebtorWishes.class).end(tx, named.in(application, tx).id(), wish, why, today.by(application));
  }
}
