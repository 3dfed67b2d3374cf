package io.duly.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code duly bank …}: the bank accounts, how far they are known, and what is missing. */
@Command(
    name = "bank",
    description = "Shows bank accounts and statements, and money that waits to be allocated.",
    subcommands = {
      BankAcceptCommand.class,
      BankAccountsCommand.class,
      BankAllocateCommand.class,
      BankCloseCommand.class,
      BankDeclineCommand.class,
      BankGapCommand.class,
      BankLinkCommand.class,
      BankMapsCommand.class,
      BankProposalsCommand.class,
      BankReverseCommand.class,
      BankSetAsideCommand.class,
      BankStatementsCommand.class,
      BankUnmatchedCommand.class,
    })
final class BankCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do: one of the commands below.");
  }
}
