package io.duly.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code duly case …}: the cases, and what people record of them without the desk. */
@Command(
    name = "case",
    description = "Lists and shows cases; records holds, promises, reasons, disputes and notes; puts right what was wrong on our side.",
    subcommands = {
      CaseListCommand.class,
      CaseShowCommand.class,
      CaseHoldCommand.class,
      CaseLiftCommand.class,
      CasePromiseCommand.class,
      CaseDisputeCommand.class,
      CaseNoteCommand.class,
      CaseReasonCommand.class,
      CaseVerifyCommand.class,
      CaseAcknowledgeCommand.class,
      CaseInquireCommand.class,
      CaseAnswerCommand.class,
      CaseDuplicatesCommand.class,
      CaseDuplicateCommand.class,
      CaseCopiesCommand.class,
      CaseCreditCommand.class,
      CaseAllocateCommand.class,
      CaseStatementCommand.class
    })
final class CaseCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do with cases: one of the commands below.");
  }
}
