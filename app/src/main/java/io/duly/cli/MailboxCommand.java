package io.duly.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code duly mailbox …}: where replies arrive. */
@Command(name = "mailbox", description = "Looks into the mailbox in which replies arrive.", subcommands = MailboxCheckCommand.class)
final class MailboxCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do: one of the commands below.");
  }
}
