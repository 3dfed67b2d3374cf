package io.duly.cli;

import io.duly.charging.Charging;
import io.duly.kernel.Money;
import io.duly.ledger.ChargeBook;
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

/** {@code duly charges waive}. */
@Command(name = "waive", description = "Lets a charge go, or a part of it; it is not asked for again.")
final class ChargesWaiveCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private NamedCharge named;
  @Mixin private Today today;

  @Option(names = "--amount", paramLabel = "AMOUNT", description = "How much of it. Default: all that is open.")
  private @Nullable BigDecimal amount;

  @Option(names = "--why", required = true, paramLabel = "TEXT", description = "Why, in a sentence; the journal keeps it.")
  private String why;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    try (var application = Opened.application()) {
      var waived = application.the(DSLContext.class).transactionResult(tx -> waive(application, tx.dsl()));
      var made = new Waived(named.id().toString(), waived.plain(), waived.currency().getCurrencyCode());
      spec.commandLine().getOut().println(json ? Json.of(made) : "Waived " + waived + ".");
      return ExitCode.DONE;
    }
  }

  record Waived(String id, String amount, String currency) {}

  private Money waive(Opened application, DSLContext tx) {
    var by = today.by(application);
    var part =
        Optional.ofNullable(amount)
            .flatMap(some ->
                application.the(ChargeBook.class).charge(tx, named.id(), by.on()).map(line -> Amounts.of(some, line.open().currency())));
    return application.the(Charging.class).waive(tx, named.id(), part, why, by);
  }
}
