package io.duly.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code duly template …}: the words of messages. */
@Command(
    name = "template",
    description = "The words of e-mails, letters and SMS: those that are shipped, a creditor's own, and what comes out for a case.",
    subcommands = {TemplateListCommand.class, TemplateShowCommand.class, TemplateSaveCommand.class, TemplatePreviewCommand.class})
final class TemplateCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do with templates: one of the commands below.");
  }
}
