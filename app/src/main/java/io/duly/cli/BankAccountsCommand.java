package io.duly.cli;

import io.duly.banking.BankAccount;
import io.duly.banking.BankAccounts;
import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code duly bank accounts}. */
@Command(name = "accounts", description = "Lists bank accounts: up to which day each is known, and what is missing.")
final class BankAccountsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    try (var application = Opened.application()) {
      var accounts = application.the(DSLContext.class).transactionResult(tx -> application.the(BankAccounts.class).all(tx.dsl()));
      var out = spec.commandLine().getOut();
      if (json) {
        out.println(Json.of(accounts.stream().map(AccountJson::of).toList()));
      } else {
        text(accounts).forEach(out::println);
      }
      return ExitCode.DONE;
    }
  }

  private static List<String> text(List<BankAccount> accounts) {
    var table = new TextTable("Account", "Currency", "Creditor", "Known to", ">Balance", ">Statements", "Missing");
    for (var one : accounts) {
      var known = one.knownTo().map(LocalDate::toString).orElse("not yet");
      table.row(
          one.number(), one.currency().getCurrencyCode(), one.creditor(), one.closedOn().map(day -> "closed on " + day).orElse(known),
          one.balance().map(Money::toString).orElse(""), one.statements(), missing(one));
    }
    return accounts.isEmpty() ? List.of("No bank account is known. Import a statement: ./duly import FILE") : table.lines();
  }

  private static String missing(BankAccount account) {
    if (account.gaps().isEmpty()) {
      return "";
    }
    var first = account.gaps().getFirst();
    var more = account.gaps().size() == 1 ? "" : ", and " + (account.gaps().size() - 1) + " more";
    return first.amount() + " between " + first.after() + " and " + first.until() + more;
  }

  /** An account as JSON; amounts in major units. */
  record AccountJson(
      String id, String creditor, String number, String currency, Optional<LocalDate> knownTo, Optional<LocalDate> closedOn, long statements,
      Optional<String> balance, List<GapJson> gaps) {
    static AccountJson of(BankAccount one) {
      return new AccountJson(
          one.id().toString(), one.creditor(), one.number(), one.currency().getCurrencyCode(), one.knownTo(), one.closedOn(), one.statements(),
          one.balance().map(Money::plain), one.gaps().stream().map(gap -> new GapJson(gap.after(), gap.until(), gap.amount().plain())).toList());
    }
  }

  record GapJson(LocalDate after, LocalDate until, String amount) {}
}
