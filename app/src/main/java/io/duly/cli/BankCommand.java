package io.duly.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code duly bank …}: the bank accounts, how far they are known, and what is missing. */
@Command(
    name = "bank",
    description = "Shows bank accounts and statements; closes accounts that are no longer used.",
    subcommands = {BankAccountsCommand.class, BankStatementsCommand.class, BankCloseCommand.class})
final class BankCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do: one of the commands below.");
  }
}
