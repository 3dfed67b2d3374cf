package io.duly.cli;

import io.duly.banking.BankAccount;
import io.duly.banking.BankAccounts;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A bank account that a person names by its number. */
final class NamedAccount {
  @Parameters(paramLabel = "ACCOUNT", description = "Its number, as ./duly bank accounts shows it.")
  private String number = "";

  @Option(names = "--currency", paramLabel = "CODE", description = "Which one, where the number has accounts in several.")
  private String currency = "";

  @Option(names = "--creditor", paramLabel = "NAME", description = "Whose, where several have it.")
  private String creditor = "";

  /** @throws CannotDo where there is none, or more than one */
  BankAccount in(Facades application, DSLContext tx) {
    var wanted = number.replace(" ", "").toUpperCase(Locale.ROOT);
    var found =
        application.the(BankAccounts.class).all(tx).stream()
            .filter(one -> one.number().replace(" ", "").toUpperCase(Locale.ROOT).equals(wanted))
            .filter(one -> currency.isEmpty() || one.currency().getCurrencyCode().equalsIgnoreCase(currency))
            .filter(one -> creditor.isEmpty() || one.creditor().equalsIgnoreCase(creditor))
            .toList();
    if (found.isEmpty()) {
      throw new CannotDo("There is no account " + number + " like that. ./duly bank accounts lists them.");
    }
    if (found.size() > 1) {
      var which = found.stream().map(one -> one.currency() + " of " + one.creditor()).collect(Collectors.joining(", "));
      throw new CannotDo("There are several accounts " + number + ": " + which + ". Say --currency or --creditor.");
    }
    return found.getFirst();
  }
}
