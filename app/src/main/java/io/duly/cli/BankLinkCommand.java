package io.duly.cli;

import io.duly.banking.cash.CashMatching;
import io.duly.parties.Parties;
import java.util.List;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code duly bank link}. */
@Command(name = "link", description = "Says that money from an account is a debtor's; matching knows it from now on.")
final class BankLinkCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Today today;

  @Parameters(index = "0", paramLabel = "ACCOUNT", description = "The payer's IBAN or account number.")
  private String account;

  @Parameters(index = "1", paramLabel = "DEBTOR", description = "The creditor's own number for the debtor.")
  private String debtor;

  @Option(names = "--creditor", required = true, paramLabel = "NAME", description = "Whose debtor it is.")
  private String creditor;

  @Override
  public Integer call() {
    try (var application = Opened.application()) {
      var database = application.the(DSLContext.class);
      var parties = application.the(Parties.class);
      var whose = parties.findCreditor(database, creditor).orElseThrow(() -> new CannotDo("There is no creditor " + creditor + "."));
      var found = parties.byNumber(database, whose.id(), List.of(debtor)).get(debtor);
      if (found == null) {
        throw new CannotDo(creditor + " has no debtor of number " + debtor + ".");
      }
      application.the(CashMatching.class).link(whose.id(), account, found, today.by(application));
      spec.commandLine().getOut().println("Money from " + account + " is taken to be of debtor " + debtor + " from now on.");
      return ExitCode.DONE;
    }
  }
}
