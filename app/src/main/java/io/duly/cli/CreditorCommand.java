package io.duly.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code duly creditor …}: what is known of a creditor. */
@Command(name = "creditor", description = "What is known of a creditor.", subcommands = {CreditorBrandingCommand.class, CreditorDiscountCommand.class, CreditorAnswersCommand.class, CreditorPaymentsCommand.class})
final class CreditorCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do with a creditor: one of the commands below.");
  }
}
