package io.duly.cli;

import io.duly.cases.ReasonCategory;
import io.duly.cases.Reasons;
import io.duly.kernel.CaseId;
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

/** {@code duly case reason}: why the debtor says it has not paid. */
@Command(name = "reason", description = "Keeps what the debtor says, in their own words, and asks a person to check it.")
final class CaseReasonCommand implements Callable<Integer> {
  private static final int DAYS_TO_CHECK = 3;

  @Spec private CommandSpec spec;
  @Mixin private NamedCase named;
  @Mixin private Today today;

  @Option(names = "--category", required = true, description = "One of ${COMPLETION-CANDIDATES}.")
  private ReasonCategory category;

  @Option(names = "--words", required = true, paramLabel = "TEXT", description = "As the debtor said it.")
  private String words;

  @Option(names = "--ask", paramLabel = "WHOM", description = "Who can confirm it: the carrier, the warehouse, the bank.")
  private @Nullable String whom;

  @Option(names = "--check-by", paramLabel = "DATE", description = "By when we find out. Default: in three days.")
  private @Nullable LocalDate checkBy;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    try (var application = Opened.application()) {
      var reason = application.the(DSLContext.class).transactionResult(tx -> record(application, tx.dsl(), named.in(application, tx.dsl())));
      spec.commandLine().getOut().println(json ? Json.of(new Kept(reason.toString())) : "Kept in the debtor's words; a person has the task to check it.");
      return ExitCode.DONE;
    }
  }

  private UUID record(Opened application, DSLContext tx, CaseId id) {
    var by = today.by(application);
    var due = checkBy == null ? by.on().plusDays(DAYS_TO_CHECK) : checkBy;
    return application.the(Reasons.class).record(tx, id, category, words, Optional.ofNullable(whom), due, by);
  }

  record Kept(String reason) {}
}
