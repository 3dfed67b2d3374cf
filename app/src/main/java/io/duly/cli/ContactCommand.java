package io.duly.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code duly contact …}: the contacts that people make. */
@Command(
    name = "contact",
    description = "Writes down calls, visits and letters that people make, and lists every contact with a debtor.",
    subcommands = {ContactRecordCommand.class, ContactOutcomeCommand.class, ContactListCommand.class})
final class ContactCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do with contacts: one of the commands below.");
  }
}
