package io.duly.cli;

import io.duly.cases.Cases;
import io.duly.corrections.Corrected;
import io.duly.corrections.Duplicates;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code duly case duplicate}: says whether one invoice asks for what another one asks for. */
@Command(
    name = "duplicate",
    description = {
      "Says that an invoice is a duplicate of another one: it is credited in full, what had been paid on it pays the other, charges",
      "on it are taken back and an apology is drafted. With --no: that both are real; then it is not asked again."
    })
final class CaseDuplicateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Today today;

  @Parameters(index = "0", arity = "0..1", paramLabel = "CASE", description = "Number or id of the case; not needed where the invoice's number says it.")
  private @Nullable String named;

  @Option(names = "--invoice", required = true, paramLabel = "NUMBER", description = "The invoice that asks a second time.")
  private String invoice;

  @Option(names = "--of", required = true, paramLabel = "NUMBER", description = "The invoice that stands.")
  private String of;

  @Option(names = "--creditor", description = "Whose invoices, where several creditors have some of these numbers.")
  private @Nullable String creditor;

  @Option(names = "--no", description = "They are two real invoices.")
  private boolean no;

  @Option(names = "--why", paramLabel = "TEXT", description = "How that was found out; the journal keeps it.")
  private @Nullable String why;

  @Option(names = "--number", description = "Of the credit note, where your books have one. Default: one of our own.")
  private @Nullable String number;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    try (var application = Opened.application()) {
      var done = application.the(DSLContext.class).transactionResult(tx -> decide(application, tx.dsl()));
      today.decideAgain(application);
      var out = spec.commandLine().getOut();
      if (json) {
        out.println(done.map(CorrectedText.Made::of).map(Json::of).orElseGet(() -> Json.of(new Two(invoice, of))));
      } else {
        done.map(one -> CorrectedText.of(one, "invoice " + of)).orElseGet(() -> java.util.List.of("Invoices " + invoice + " and " + of + " are two; that is not asked again."))
            .forEach(out::println);
      }
      return ExitCode.DONE;
    }
  }

  /** Both are real. */
  record Two(String invoice, String other) {}

  private Optional<Corrected> decide(Opened application, DSLContext tx) {
    var by = today.by(application);
    var whose = Optional.ofNullable(named).map(one -> creditorOf(application, tx, one)).or(() -> Optional.ofNullable(creditor));
    var second = new InvoiceNumber(invoice, whose).in(application, tx);
    var first = new InvoiceNumber(of, whose).in(application, tx);
    var duplicates = application.the(Duplicates.class);
    if (no) {
      duplicates.refute(tx, second, first, said("both are real"), by);
      return Optional.empty();
    }
    return Optional.of(duplicates.confirm(tx, second, first, Optional.ofNullable(number), said("sent twice under two numbers"), by));
  }

  private String said(String otherwise) {
    return why == null ? otherwise : why;
  }

  private String creditorOf(Opened application, DSLContext tx, String one) {
    var cases = application.the(Cases.class);
    return cases.find(tx, one)
        .flatMap(id -> cases.show(tx, id, today.date(application)))
        .orElseThrow(() -> new CannotDo("There is no case " + one + "; ./duly case list shows number and debtor of each."))
        .creditor();
  }
}
