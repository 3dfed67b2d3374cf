package io.duly.cli;

import io.duly.cases.DisputeOutcome;
import io.duly.cases.Disputes;
import io.duly.corrections.Corrected;
import io.duly.corrections.Corrections;
import io.duly.corrections.Mistake;
import io.duly.journal.Sha256;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code duly case answer}: our answer to what is contested on an invoice. */
@Command(
    name = "answer",
    description = {
      "Answers the dispute of an invoice. Accepted: the contested part is credited, and was never owed. Rejected or withdrawn: it is owed as if",
      "it never had been contested. Settled: both gave way; --credit says by how much."
    })
final class CaseAnswerCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private NamedInvoice named;
  @Mixin private Today today;

  /** How a person says it. */
  enum Said {
    ACCEPTED(DisputeOutcome.UPHELD),
    REJECTED(DisputeOutcome.REJECTED),
    WITHDRAWN(DisputeOutcome.WITHDRAWN),
    SETTLED(DisputeOutcome.SETTLED);

    private final DisputeOutcome outcome;

    Said(DisputeOutcome outcome) {
      this.outcome = outcome;
    }
  }

  @Option(names = "--outcome", required = true, description = "One of ${COMPLETION-CANDIDATES}.")
  private Said outcome;

  @Option(names = "--why", required = true, paramLabel = "TEXT", description = "What the debtor is told, in a sentence.")
  private String why;

  @Option(names = "--reason", description = "What was wrong: one of ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.", defaultValue = "OTHER")
  private Mistake reason;

  @Option(names = "--credit", paramLabel = "AMOUNT", description = "Of a settled dispute, how much is credited.")
  private @Nullable BigDecimal credit;

  @Option(names = "--number", description = "Of the credit note, where your books have one. Default: one of our own.")
  private @Nullable String number;

  @Option(names = "--explain", description = "Of what is rejected or settled: the debtor is told why in writing, with the original of the invoice.")
  private boolean explain;

  @Option(names = "--paper", paramLabel = "SHA256", description = "A paper of the case's file that goes along; may be repeated, with --explain.")
  private List<String> papers = List.of();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    try (var application = Opened.application()) {
      var done = application.the(DSLContext.class).transactionResult(tx -> answer(application, tx.dsl()));
      today.decideAgain(application);
      var out = spec.commandLine().getOut();
      if (json) {
        out.println(Json.of(new Answered(outcome.name().toLowerCase(java.util.Locale.ROOT), done.map(CorrectedText.Made::of).orElse(null))));
      } else {
        out.println("Dispute of invoice " + named.number() + " " + outcome.name().toLowerCase(java.util.Locale.ROOT) + ".");
        done.map(one -> CorrectedText.of(one, "the rest of it")).orElse(List.of()).forEach(out::println);
      }
      return ExitCode.DONE;
    }
  }

  /** @param corrected null where nothing was credited */
  record Answered(String outcome, CorrectedText.@Nullable Made corrected) {}

  private Optional<Corrected> answer(Opened application, DSLContext tx) {
    var invoice = named.in(application, tx);
    var dispute =
        application.the(Disputes.class).openOf(tx, invoice).orElseThrow(() -> new CannotDo("Invoice " + named.number() + " has no open dispute."));
    var part = Optional.ofNullable(credit).map(sum -> Amounts.of(sum, dispute.amount().currency()));
    return application.the(Corrections.class)
        .answer(tx, invoice, outcome.outcome, part, reason, Optional.ofNullable(number), why, enclosed(), today.by(application));
  }

  private Optional<List<Sha256>> enclosed() {
    try {
      var all = papers.stream().map(Sha256::ofHex).toList();
      return explain ? Optional.of(all) : Optional.empty();
    } catch (IllegalArgumentException none) {
      throw new CannotDo("A paper is named by 64 hexadecimal digits.");
    }
  }
}
