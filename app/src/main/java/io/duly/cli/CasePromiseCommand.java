package io.duly.cli;

import io.duly.agreements.Promises;
import io.duly.cases.Cases;
import io.duly.kernel.PromiseId;
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
import picocli.CommandLine.Spec;

/** {@code duly case promise}: an amount by a date. */
@Command(name = "promise", description = "Records a promise: nobody is contacted while it runs.")
final class CasePromiseCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private NamedCase named;
  @Mixin private Today today;

  @Option(names = "--amount", required = true, description = "In the case's currency, as 1200.00")
  private BigDecimal amount;

  @Option(names = "--due", required = true, paramLabel = "DATE", description = "By which day.")
  private LocalDate due;

  @Option(names = "--words", description = "How the debtor said it.")
  private @Nullable String words;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    try (var application = Opened.application()) {
      var promise = application.the(DSLContext.class).transactionResult(tx -> record(application, tx.dsl()));
      spec.commandLine().getOut().println(json ? Json.of(new Made(promise.toString())) : "Promise recorded.");
      return ExitCode.DONE;
    }
  }

  private PromiseId record(Opened application, DSLContext tx) {
    var id = named.in(application, tx);
    var by = today.by(application);
    var currency = application.the(Cases.class).show(tx, id, by.on()).orElseThrow().openBalance().currency();
    var money = Amounts.of(amount, currency);
    return application.the(Promises.class).record(tx, id, money, due, Optional.ofNullable(words), by);
  }

  record Made(String promise) {}
}
