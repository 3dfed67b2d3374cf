package io.duly.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code duly journal …}: what happened, and the proof that nothing of it was changed. */
@Command(
    name = "journal",
    description = "What happened in each case, and the proof that nothing of it was changed.",
    subcommands = {JournalVerify.class, JournalExport.class, JournalSearchCommand.class, JournalHeads.class})
final class JournalCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do with the journal: " + String.join(", ", names()));
  }

  private Iterable<String> names() {
    return spec.subcommands().values().stream().map(CommandLine::getCommandName).toList();
  }
}
