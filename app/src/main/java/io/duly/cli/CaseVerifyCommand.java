package io.duly.cli;

import io.duly.cases.Reasons;
import io.duly.cases.StatedReason;
import io.duly.kernel.CaseId;
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

/** {@code duly case verify}: what came out when a reason was checked. */
@Command(name = "verify", description = "Writes down what came out when the debtor's reason was checked.")
final class CaseVerifyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private NamedCase named;
  @Mixin private Today today;

  @Option(names = "--outcome", required = true, description = "One of ${COMPLETION-CANDIDATES}.")
  private StatedReason.Outcome outcome;

  @Option(names = "--how", required = true, paramLabel = "TEXT", description = "Whom was asked, what was looked at: the fact.")
  private String how;

  @Option(names = "--impression", paramLabel = "TEXT", description = "Your own, kept apart from fact.")
  private @Nullable String impression;

  @Option(names = "--reason", paramLabel = "ID", description = "Which one, where several wait: ./duly case show --json names them.")
  private @Nullable UUID reason;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    try (var application = Opened.application()) {
      var verified = application.the(DSLContext.class).transactionResult(tx -> verify(application, tx.dsl(), named.in(application, tx.dsl())));
      spec.commandLine().getOut().println(json ? Json.of(new Verified(verified.toString())) : "Written down.");
      return ExitCode.DONE;
    }
  }

  private UUID verify(Opened application, DSLContext tx, CaseId id) {
    var reasons = application.the(Reasons.class);
    var waiting = reasons.of(tx, id).stream().filter(one -> one.verification().isEmpty()).map(StatedReason::id).toList();
    var which = reason == null ? waiting : waiting.stream().filter(reason::equals).toList();
    if (which.size() != 1) {
      throw new CannotDo(which.isEmpty() ? "No reason of this case waits to be checked." : "Several reasons wait to be checked; say which with --reason.");
    }
    reasons.verify(tx, which.getFirst(), outcome, how, Optional.ofNullable(impression), today.by(application));
    return which.getFirst();
  }

  record Verified(String reason) {}
}
