package io.duly.cli;

import io.duly.banking.cash.CashMatching;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code duly bank accept}. */
@Command(name = "accept", description = "Accepts a proposal: the money is allocated as it says.")
final class BankAcceptCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private NamedMoney named;
  @Mixin private Today today;

  @Override
  public Integer call() {
    try (var application = Opened.application()) {
      application.the(CashMatching.class).accept(named.id(), today.by(application));
      today.decideAgain(application);
      spec.commandLine().getOut().println("Accepted.");
      return ExitCode.DONE;
    }
  }
}
