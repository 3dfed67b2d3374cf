package io.duly.cli;

import io.duly.corrections.Corrected;
import io.duly.corrections.Correction;
import io.duly.corrections.Corrections;
import io.duly.corrections.Mistake;
import io.duly.ledger.Ledger;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code duly case credit}: our own mistake on an invoice, put right. */
@Command(
    name = "credit",
    aliases = "correct",
    description = {
      "Credits what was wrong about an invoice, in full or in part (P09). Drafts that name it are withdrawn, charges come down,",
      "money that had paid it goes to the rest of it, and an apology is drafted where the debtor had been written to."
    })
final class CaseCreditCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private NamedInvoice named;
  @Mixin private Today today;

  @Option(names = "--amount", description = "In the invoice's currency, as 120.00. Default: all that is not credited yet.")
  private @Nullable BigDecimal amount;

  @Option(names = "--reason", required = true, description = "One of ${COMPLETION-CANDIDATES}.")
  private Mistake reason;

  @Option(names = "--why", required = true, paramLabel = "TEXT", description = "What was wrong, in a sentence; the journal keeps it.")
  private String why;

  @Option(names = "--number", description = "Of the credit note, where your books have one. Default: one of our own.")
  private @Nullable String number;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    try (var application = Opened.application()) {
      var done = application.the(DSLContext.class).transactionResult(tx -> credit(application, tx.dsl()));
      today.decideAgain(application);
      var out = spec.commandLine().getOut();
      if (json) {
        out.println(Json.of(CorrectedText.Made.of(done)));
      } else {
        CorrectedText.of(done, "the rest of it").forEach(out::println);
      }
      return ExitCode.DONE;
    }
  }

  private Corrected credit(Opened application, DSLContext tx) {
    var by = today.by(application);
    var invoice = named.in(application, tx);
    var open = application.the(Ledger.class).openBalance(tx, invoice, by.on());
    var currency = open.orElseThrow(() -> new CannotDo("Invoice " + named.number() + " was not issued by " + by.on() + ".")).currency();
    var part = Optional.ofNullable(amount).map(sum -> Amounts.of(sum, currency));
    return application.the(Corrections.class).credit(tx, new Correction(invoice, part, reason, Optional.ofNullable(number), why), by);
  }
}
