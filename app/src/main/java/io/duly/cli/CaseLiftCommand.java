package io.duly.cli;

import io.duly.cases.Hold;
import io.duly.cases.Holds;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code duly case lift}: ends a hold. */
@Command(name = "lift", description = "Lifts a hold of a case; which one need be said only where there are several.")
final class CaseLiftCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private NamedCase named;
  @Mixin private Today today;

  @Option(names = "--hold", paramLabel = "ID", description = "Which hold, as case show prints it.")
  private @Nullable UUID hold;

  @Option(names = "--why", required = true, description = "In a sentence.")
  private String why;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    try (var application = Opened.application()) {
      var lifted = application.the(DSLContext.class).transactionResult(tx -> lift(application, tx.dsl()));
      spec.commandLine().getOut().println(json ? Json.of(new Lifted(lifted.toString())) : "Lifted.");
      return ExitCode.DONE;
    }
  }

  private UUID lift(Opened application, DSLContext tx) {
    var holds = application.the(Holds.class);
    var id = named.in(application, tx);
    var chosen = chosen(holds.inForce(tx, id, today.date(application)));
    holds.lift(tx, chosen, why, today.by(application));
    return chosen;
  }

  private UUID chosen(List<Hold> inForce) {
    if (hold == null && inForce.size() == 1) {
      return inForce.getFirst().id();
    }
    if (hold != null && inForce.stream().anyMatch(one -> one.id().equals(hold))) {
      return hold;
    }
    throw new CannotDo(
        inForce.isEmpty()
            ? "No hold is in force for this case."
            : "Say which hold with --hold: " + String.join(", ", inForce.stream().map(CaseLiftCommand::named).toList()));
  }

  private static String named(Hold one) {
    return one.id() + " (" + CaseJson.word(one.kind()) + ": " + one.why() + ")";
  }

  record Lifted(String hold) {}
}
