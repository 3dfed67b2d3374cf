package io.duly.cli;

import io.duly.banking.cash.CashMatching;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code duly bank reverse}. */
@Command(name = "reverse", description = "Takes back what the money of an entry was allocated to; the money waits again.")
final class BankReverseCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private NamedMoney named;
  @Mixin private Today today;

  @Option(names = "--why", required = true, paramLabel = "WORDS", description = "Why; it goes into the journal.")
  private String why;

  @Override
  public Integer call() {
    try (var application = Opened.application()) {
      int reversed = application.the(CashMatching.class).reverseAll(named.id(), why, today.by(application));
      today.decideAgain(application);
      spec.commandLine().getOut().println(reversed + (reversed == 1 ? " allocation" : " allocations") + " taken back; the money waits again.");
      return ExitCode.DONE;
    }
  }
}
