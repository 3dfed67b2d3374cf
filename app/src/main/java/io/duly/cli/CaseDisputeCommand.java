package io.duly.cli;

import io.duly.cases.CaseHead;
import io.duly.cases.CaseJournal;
import io.duly.cases.ReasonCategory;
import io.duly.corrections.Contesting.Contest;
import io.duly.corrections.Contesting.Reason;
import io.duly.corrections.Contesting.Receipt;
import io.duly.corrections.Contesting;
import io.duly.einvoice.InvoiceLines;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import io.duly.ledger.Ledger;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
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

/** {@code duly case dispute}: a contested amount on an invoice. */
@Command(name = "dispute", description = "Records a contested amount: that part is not chased until it is answered.")
final class CaseDisputeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private NamedInvoice named;
  @Mixin private Today today;

  @Option(names = "--amount", description = "In the invoice's currency, as 120.00. Default: all that is open of it.")
  private @Nullable BigDecimal amount;

  @Option(names = "--lines", split = ",", paramLabel = "LINE", description = "Which lines are contested, as an electronic invoice numbers them: 2,3. Their share of the amount is disputed.")
  private List<String> lines = List.of();

  @Option(names = "--words", paramLabel = "TEXT", description = "The reason as the debtor said it; a person is asked to check it.")
  private @Nullable String words;

  @Option(names = "--category", description = "Of the reason: one of ${COMPLETION-CANDIDATES}.")
  private @Nullable ReasonCategory category;

  @Option(names = "--ask", paramLabel = "WHOM", description = "Who can confirm it: the carrier, the warehouse, the bank.")
  private @Nullable String whom;

  @Option(names = "--why", description = "In a sentence. Default: the debtor's words.")
  private @Nullable String why;

  @Option(names = "--answer-due", paramLabel = "DATE", description = "By when we answer. Default: by the creditor's own times.")
  private @Nullable LocalDate answerDue;

  @Option(names = "--receipt", description = "How the debtor hears that we have it: one of ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}, by a person.", defaultValue = "LATER")
  private Receipt receipt;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    try (var application = Opened.application()) {
      var dispute = application.the(DSLContext.class).transactionResult(tx -> open(application, tx.dsl()));
      spec.commandLine().getOut().println(json ? Json.of(new Opening(dispute.toString())) : "Dispute recorded.");
      return ExitCode.DONE;
    }
  }

  private UUID open(Opened application, DSLContext tx) {
    var by = today.by(application);
    var invoice = named.in(application, tx);
    var open =
        application
            .the(Ledger.class)
            .openBalance(tx, invoice, by.on())
            .orElseThrow(() -> new CannotDo("Invoice " + named.number() + " was not issued by " + by.on() + "."));
    var contest = new Contest(
        invoice, contested(application, tx, invoice, open), lines, said(), reason(application, tx, invoice), Optional.ofNullable(answerDue), receipt);
    return application.the(Contesting.class).contest(tx, contest, by);
  }

  private String said() {
    return Optional.ofNullable(why).or(() -> Optional.ofNullable(words)).orElseThrow(() -> new CannotDo("Say what is contested with --why, or what the debtor said with --words."));
  }

  private Money contested(Opened application, DSLContext tx, InvoiceId invoice, Money open) {
    if (amount != null) {
      return Amounts.of(amount, open.currency());
    }
    return lines.isEmpty()
        ? open
        : application.the(InvoiceLines.class).share(tx, invoice, lines)
            .orElseThrow(() -> new CannotDo("Of invoice " + named.number() + " the lines " + String.join(", ", lines) + " and their amounts are not known; say how much with --amount."))
            .min(open);
  }

  private Optional<Reason> reason(Opened application, DSLContext tx, InvoiceId invoice) {
    if (words == null) {
      return Optional.empty();
    }
    if (application.the(CaseJournal.class).latestOf(tx, invoice).filter(CaseHead::isOpen).isEmpty()) {
      throw new CannotDo("Invoice " + named.number() + " has no open case yet, which could keep the debtor's words; leave --words out.");
    }
    return Optional.of(new Reason(category == null ? ReasonCategory.OTHER : category, words, Optional.ofNullable(whom)));
  }

  record Opening(String dispute) {}
}
