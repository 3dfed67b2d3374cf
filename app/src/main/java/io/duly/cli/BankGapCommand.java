package io.duly.cli;

import io.duly.banking.BankAccount;
import io.duly.banking.BankAccounts;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code duly bank gap}: what is missing between two statements. */
@Command(name = "gap", description = "Says what becomes of statements that are missing.", subcommands = BankGapCommand.Accept.class)
final class BankGapCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do: one of the commands below.");
  }

  /** {@code duly bank gap accept}. */
  @Command(name = "accept", description = "Says that what is missing will never come: the account counts as known beyond it. Who said it and why stays written down.")
  static final class Accept implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private NamedAccount named;
    @Mixin private Today today;

    @Option(names = "--until", paramLabel = "DAY", description = "On which day the statement ends before which something is missing; needed where there are several gaps.")
    private Optional<LocalDate> until = Optional.empty();

    @Option(names = "--why", required = true, paramLabel = "TEXT", description = "Why it will never come.")
    private String why = "";

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    /** An accepted gap as JSON; the amount in major units. */
    record Accepted(String account, String currency, LocalDate after, LocalDate until, String amount, String why, Optional<LocalDate> knownTo) {}

    @Override
    public Integer call() {
      if (why.isBlank()) {
        throw new ParameterException(spec.commandLine(), "Say with --why for what reason the missing statements will never come.");
      }
      try (var application = Opened.application()) {
        var accepted = application.the(DSLContext.class).transactionResult(tx -> accept(application, tx.dsl()));
        spec.commandLine().getOut().println(json ? Json.of(accepted) : "Account " + accepted.account() + ": " + accepted.amount() + " " + accepted.currency() + " between " + accepted.after()
            + " and " + accepted.until() + " will not be waited for any more. The account is known to " + accepted.knownTo().map(LocalDate::toString).orElse("no day yet") + ".");
        return ExitCode.DONE;
      }
    }

    private Accepted accept(Opened application, DSLContext tx) {
      var account = named.in(application, tx);
      var accounts = application.the(BankAccounts.class);
      var gap = accounts.acceptGap(tx, account, day(account), why.strip(), today.by(application));
      var knownTo = accounts.account(tx, account.id()).flatMap(BankAccount::knownTo);
      return new Accepted(account.number(), account.currency().getCurrencyCode(), gap.after(), gap.until(), gap.amount().plain(), why.strip(), knownTo);
    }

    private LocalDate day(BankAccount account) {
      var days = account.gaps().stream().map(BankAccount.Gap::until).filter(day -> until.isEmpty() || until.get().equals(day)).distinct().toList();
      if (days.size() != 1) {
        throw new CannotDo(days.isEmpty() ? "Nothing is missing there. ./duly bank accounts says what is missing." : "Something is missing in several places of account " + account.number() + ". Say --until with one of: " + days + ".");
      }
      return days.getFirst();
    }
  }
}
