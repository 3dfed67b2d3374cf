package io.duly.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code duly charges …}: what may be charged, and charging it. */
@Command(
    name = "charges",
    description = "Shows what may be charged on a case and on which basis; posts and waives it.",
    subcommands = {
      ChargesShowCommand.class,
      ChargesComputeCommand.class,
      ChargesPostCommand.class,
      ChargesWaiveCommand.class,
      ChargesCancelCommand.class,
      ChargesEvidenceCommand.class,
      ChargesCourtCommand.class,
      ChargesAutomaticCommand.class
    })
final class ChargesCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do with charges: one of the commands below.");
  }
}
