package io.duly.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code duly outbox …}: the messages that wait, leave and have left. */
@Command(
    name = "outbox",
    description = "Shows messages; approves, refuses and withdraws them; clears up uncertain ones; reads what came back.",
    subcommands = {
      OutboxApproveCommand.class,
      OutboxBounceCommand.class,
      OutboxListCommand.class,
      OutboxRefuseCommand.class,
      OutboxResolveCommand.class,
      OutboxShowCommand.class,
      OutboxWithdrawCommand.class,
    })
final class OutboxCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do: one of the commands below.");
  }
}
