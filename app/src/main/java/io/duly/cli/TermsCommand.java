package io.duly.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code duly terms …}: the register of terms of trade. */
@Command(
    name = "terms",
    description = "Keeps the versions of a creditor's terms of trade, what they come to in figures, and who accepted them when.",
    subcommands = {TermsListCommand.class, TermsPublishCommand.class, TermsFiguresCommand.class, TermsAcceptCommand.class})
final class TermsCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do with terms: one of the commands below.");
  }
}
