package io.duly.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code duly references …}: payment references that Duly issues. */
@Command(
    name = "references",
    description = "Issues payment references for invoices that came without one, so that payers have something to repeat.",
    subcommands = {ReferencesChooseCommand.class, ReferencesIssueCommand.class})
final class ReferencesCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do: one of the commands below.");
  }
}
