package io.duly.cli;

import io.duly.banking.cash.CashMatching;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code duly bank decline}. */
@Command(name = "decline", description = "Declines a proposal: the money waits on, and whoever it could be of is not contacted.")
final class BankDeclineCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private NamedMoney named;
  @Mixin private Today today;

  @Override
  public Integer call() {
    try (var application = Opened.application()) {
      application.the(CashMatching.class).decline(named.id(), today.by(application));
      today.decideAgain(application);
      spec.commandLine().getOut().println("Declined; the money waits on.");
      return ExitCode.DONE;
    }
  }
}
