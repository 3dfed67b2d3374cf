package io.duly.cli;

import io.duly.banking.cash.CannotMatch;
import io.duly.cases.CannotRecord;
import io.duly.correspondence.Copies;
import io.duly.correspondence.sending.CannotChange;
import io.duly.correspondence.sending.WrongConfiguration;
import io.duly.database.DatabaseUnavailable;
import io.duly.ledger.AllocationRefused;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The one command; everything else is below it. */
@Command(
    name = "duly",
    description = "Debt recovery that makes the good practice the only easy way.",
    mixinStandardHelpOptions = true,
    version = "duly 0.1.0",
    scope = CommandLine.ScopeType.INHERIT,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "1:findings", "2:wrong usage", "3:could not"},
    subcommands = {
      BankCommand.class,
      BenchCommand.class,
      CaseCommand.class,
      ChargesCommand.class,
      ContactCommand.class,
      ContactRulesCommand.class,
      CreditorCommand.class,
      DatabaseCommand.class,
      DemoCommand.class,
      DoctorCommand.class,
      ImportCommand.class,
      JournalCommand.class,
      MailboxCommand.class,
      MayContactCommand.class,
      OutboxCommand.class,
      PauseCommand.class,
      PersonCommand.class,
      ReferencesCommand.class,
      ReplayCommand.class,
      ReplyCommand.class,
      ResumeCommand.class,
      RunCommand.class,
      SendCommand.class,
      SenderCommand.class,
      StartCommand.class,
      TemplateCommand.class,
      TermsCommand.class,
      TokenCommand.class,
      ToneCommand.class,
      WishCommand.class,
    })
public final class Duly implements Runnable {
  @Spec private CommandSpec spec;

  public static void main(String[] args) {
    System.exit(run(args));
  }

  static int run(String... args) {
    return new CommandLine(new Duly())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .registerConverter(LocalDate.class, Duly::date)
        .setExecutionExceptionHandler(Duly::explain)
        .execute(args);
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException noDate) {
      throw new TypeConversionException("'" + text + "' is no date such as 2026-11-30");
    }
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do: one of the commands below.");
  }

  /** What a person can act on is said in a sentence; anything else is a fault of ours and keeps its trace in the log. */
  private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CannotDo
          || cause instanceof CannotMatch
          || cause instanceof DatabaseUnavailable
          || cause instanceof CannotRecord
          || cause instanceof CannotChange
          || cause instanceof Copies.CannotCopy
          || cause instanceof WrongConfiguration
          || cause instanceof AllocationRefused) {
        command.getErr().println(cause.getMessage());
        return ExitCode.COULD_NOT;
      }
    }
    command.getErr().println(
        "duly: this should not have happened (" + failure.getClass().getSimpleName() + "). Nothing was half done;"
            + " the log in " + System.getenv().getOrDefault("DULY_HOME", "var") + "/log says where it happened.");
    org.slf4j.LoggerFactory.getLogger(Duly.class).error("A command failed: {}", failure.getClass().getName(), failure);
    return ExitCode.COULD_NOT;
  }
}
