package io.duly.cli;

import io.duly.cases.Cases;
import io.duly.charging.Charging;
import io.duly.kernel.IdSource;
import io.duly.ledger.Ledger;
import io.duly.ledger.RecoveryEvidence;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code duly charges evidence}. */
@Command(
    name = "evidence",
    description = {
      "Keeps what was done to recover an invoice: a notice that warned of costs, a cost that was spent, a collector's bill.",
      "Costs of recovery follow from it where the law or the terms give them."
    })
final class ChargesEvidenceCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private NamedCase named;
  @Mixin private Today today;

  @Option(names = "--invoice", required = true, paramLabel = "NUMBER", description = "The invoice.")
  private String invoice;

  @Option(names = "--kind", required = true, paramLabel = "KIND", description = "One of ${COMPLETION-CANDIDATES}.")
  private RecoveryEvidence.Kind kind;

  @Option(names = "--on", required = true, paramLabel = "DATE", description = "When it was delivered, spent or instructed.")
  private LocalDate on;

  @Option(names = "--amount", paramLabel = "AMOUNT", description = "Spent, or billed without tax.")
  private @Nullable BigDecimal amount;

  @Option(names = "--vat", paramLabel = "PERCENT", description = "Tax that cannot be deducted and that the notice said would be added.")
  private @Nullable BigDecimal vat;

  @Option(names = "--paid-at-once", description = "The debtor paid as soon as the collector asked.")
  private boolean paidAtOnce;

  @Option(names = "--proof", required = true, paramLabel = "TEXT", description = "What proves it: the number of the bill, of the delivery.")
  private String proof;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    if ((amount == null) != (kind == RecoveryEvidence.Kind.NOTICE)) {
      throw new ParameterException(spec.commandLine(), "A cost or a collector's bill has an --amount, and a notice has none.");
    }
    try (var application = Opened.application()) {
      var kept = application.the(DSLContext.class).transactionResult(tx -> keep(application, tx.dsl()));
      spec.commandLine().getOut().println(json ? Json.of(kept) : "Kept.");
      return ExitCode.DONE;
    }
  }

  record Kept(String id) {}

  private Kept keep(Opened application, DSLContext tx) {
    var by = today.by(application);
    var view = application.the(Cases.class).show(tx, named.in(application, tx), by.on()).orElseThrow();
    var currency = view.openBalance().currency();
    var line =
        application.the(Ledger.class).lines(tx, view.debtorId(), currency, by.on()).stream()
            .filter(one -> one.number().equals(invoice))
            .findFirst()
            .orElseThrow(() -> new CannotDo("Case " + view.number() + " has no invoice " + invoice + "."));
    var id = application.the(IdSource.class).next();
    var spent = Optional.ofNullable(amount).map(some -> Amounts.of(some, currency));
    var evidence =
        new RecoveryEvidence(id, line.id(), kind, on, spent, Optional.ofNullable(vat), paidAtOnce, proof, by.actor());
    application.the(Charging.class).keep(tx, evidence, by);
    return new Kept(id.toString());
  }
}
