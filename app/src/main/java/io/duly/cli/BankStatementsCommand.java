package io.duly.cli;

import io.duly.banking.BankAccounts;
import io.duly.banking.BankStatement;
import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code duly bank statements}. */
@Command(name = "statements", description = "Lists the statements of an account, the latest first.")
final class BankStatementsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private NamedAccount named;

  @Option(names = "--limit", defaultValue = "50", description = "At most that many. Default: 50.")
  private int limit;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    try (var application = Opened.application()) {
      var statements = application.the(DSLContext.class).transactionResult(tx -> read(application, tx.dsl()));
      var out = spec.commandLine().getOut();
      if (json) {
        out.println(Json.of(statements.stream().map(StatementJson::of).toList()));
      } else {
        text(statements).forEach(out::println);
      }
      return ExitCode.DONE;
    }
  }

  private List<BankStatement> read(Opened application, DSLContext tx) {
    return application.the(BankAccounts.class).statements(tx, named.in(application, tx).id(), Math.max(1, limit));
  }

  private static List<String> text(List<BankStatement> statements) {
    var table = new TextTable("From", "To", "Kind", "Number", ">Opening", ">Entries", ">Sum", ">Closing", ">Receipts", "File", "Told");
    for (var one : statements) {
      table.row(
          one.from().map(LocalDate::toString).orElse(""), one.to().map(LocalDate::toString).orElse(""), one.kind() + " " + one.format(), one.number().orElse(""),
          one.opening().map(Money::toString).orElse(""), one.entries(), one.total(), one.closing().map(Money::toString).orElse(""), one.receipts(), one.file(),
          one.findings().isEmpty() ? "" : one.findings().getFirst());
    }
    return table.lines();
  }

  /** A statement as JSON; amounts in major units of the currency beside. */
  record StatementJson(
      String id, String kind, String format, Optional<String> number, Optional<LocalDate> from, Optional<LocalDate> to, Optional<String> opening,
      Optional<String> closing, int entries, String total, String currency, long receipts, String file, List<String> findings) {
    static StatementJson of(BankStatement one) {
      return new StatementJson(
          one.id().toString(), one.kind(), one.format(), one.number(), one.from(), one.to(), one.opening().map(Money::plain), one.closing().map(Money::plain),
          one.entries(), one.total().plain(), one.total().currency().getCurrencyCode(), one.receipts(), one.file(), one.findings());
    }
  }
}
