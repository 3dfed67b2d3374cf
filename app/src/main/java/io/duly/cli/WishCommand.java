package io.duly.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code duly wish …}: what a debtor wishes of contacts. */
@Command(
    name = "wish",
    description = "Writes down what a debtor wishes of contacts; honoured at once in every queue.",
    subcommands = {WishAddCommand.class, WishListCommand.class, WishEndCommand.class})
final class WishCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do with wishes: one of the commands below.");
  }
}
