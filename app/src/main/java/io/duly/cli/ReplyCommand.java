package io.duly.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code duly reply …}: what debtors write to us. */
@Command(
    name = "reply",
    description = "Takes replies in, shows them, says whose they are and what they say. Until one is read, its debtor is left alone.",
    subcommands = {
      ReplyAttachCommand.class,
      ReplyListCommand.class,
      ReplySettleCommand.class,
      ReplyShowCommand.class,
      ReplyTakeCommand.class,
    })
final class ReplyCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do: one of the commands below.");
  }
}
