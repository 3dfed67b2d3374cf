package io.duly.cli;

import io.duly.banking.cash.CashMatching;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code duly bank set-aside}. */
@Command(name = "set-aside", description = "Says that money is of no debtor; whoever it could have been of is contacted again.")
final class BankSetAsideCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private NamedMoney named;
  @Mixin private Today today;

  @Option(names = "--why", required = true, paramLabel = "WORDS", description = "Why; it goes into the journal.")
  private String why;

  @Override
  public Integer call() {
    try (var application = Opened.application()) {
      application.the(CashMatching.class).setAside(named.id(), why, today.by(application));
      today.decideAgain(application);
      spec.commandLine().getOut().println("Set aside; nobody is held back for it any more.");
      return ExitCode.DONE;
    }
  }
}
