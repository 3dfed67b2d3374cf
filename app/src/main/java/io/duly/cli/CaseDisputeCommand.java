package io.duly.cli;

import io.duly.cases.Disputes;
import io.duly.kernel.InvoiceId;
import io.duly.ledger.Ledger;
import io.duly.parties.Parties;
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
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code duly case dispute}: a contested amount on an invoice. */
@Command(name = "dispute", description = "Records a contested amount: that part is not chased until it is answered.")
final class CaseDisputeCommand implements Callable<Integer> {
  private static final int DAYS_TO_ANSWER = 5;

  @Spec private CommandSpec spec;
  @Mixin private Today today;

  @Parameters(paramLabel = "INVOICE", description = "Number of the invoice.")
  private String number;

  @Option(names = "--creditor", description = "Whose invoice, where several creditors have one of that number.")
  private @Nullable String creditor;

  @Option(names = "--amount", description = "In the invoice's currency, as 120.00. Default: all that is open of it.")
  private @Nullable BigDecimal amount;

  @Option(names = "--why", required = true, description = "In a sentence.")
  private String why;

  @Option(names = "--answer-due", paramLabel = "DATE", description = "By when we answer. Default: in five days.")
  private @Nullable LocalDate answerDue;

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
    var invoice = invoice(application, tx);
    var open =
        application
            .the(Ledger.class)
            .openBalance(tx, invoice, by.on())
            .orElseThrow(() -> new CannotDo("Invoice " + number + " was not issued by " + by.on() + "."));
    var contested = amount == null ? open : Amounts.of(amount, open.currency());
    var due = answerDue == null ? by.on().plusDays(DAYS_TO_ANSWER) : answerDue;
    return application.the(Disputes.class).open(tx, invoice, contested, why, due, by);
  }

  private InvoiceId invoice(Opened application, DSLContext tx) {
    List<InvoiceId> found =
        application.the(Parties.class).creditors(tx).stream()
            .filter(one -> creditor == null || one.name().equalsIgnoreCase(creditor))
            .map(one -> application.the(Ledger.class).find(tx, one.id(), number))
            .flatMap(Optional::stream)
            .toList();
    if (found.size() != 1) {
      throw new CannotDo(
          found.isEmpty()
              ? "There is no invoice " + number + "."
              : "Several creditors have an invoice " + number + "; say whose with --creditor.");
    }
    return found.getFirst();
  }

  record Opening(String dispute) {}
}
