package io.duly.cli;

import io.duly.cases.Cases;
import io.duly.cases.HoldRequest;
import io.duly.cases.Holds;
import io.duly.hardship.BreathingSpaces;
import io.duly.kernel.CaseId;
import io.duly.strategy.HoldKind;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code duly case hold}: nobody is contacted any more, from this moment. */
@Command(name = "hold", description = "Places a hold: contact stops at once.")
final class CaseHoldCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private NamedCase named;
  @Mixin private Today today;

  @Option(names = "--kind", required = true, description = "${COMPLETION-CANDIDATES}")
  private HoldKind kind;

  @Option(names = "--why", required = true, description = "In a sentence.")
  private String why;

  @Option(names = "--until", paramLabel = "DATE", description = "The last day. Default: until it is lifted.")
  private @Nullable LocalDate until;

  @Option(names = "--debtor", description = "Hold every case of the debtor, not only this one.")
  private boolean debtor;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    try (var application = Opened.application()) {
      var hold = application.the(DSLContext.class).transactionResult(tx -> place(application, tx.dsl()));
      var out = spec.commandLine().getOut();
      out.println(json ? Json.of(new Placed(hold.toString())) : "Held. Lift it with ./duly case lift and this id: " + hold);
      return ExitCode.DONE;
    }
  }

  private UUID place(Opened application, DSLContext tx) {
    CaseId id = named.in(application, tx);
    var by = today.by(application);
    var request = new HoldRequest(kind, why, Optional.ofNullable(until));
    if (!debtor || kind == HoldKind.HARDSHIP) {
      return application.the(BreathingSpaces.class).place(tx, id, request, by);
    }
    var view = application.the(Cases.class).show(tx, id, by.on()).orElseThrow();
    return application.the(Holds.class).place(tx, view.creditorId(), view.debtorId(), request, by);
  }

  record Placed(String hold) {}
}
