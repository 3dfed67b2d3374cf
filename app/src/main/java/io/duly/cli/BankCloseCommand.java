package io.duly.cli;

import io.duly.banking.BankAccounts;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code duly bank close}: an account that is no longer used is no longer waited for. */
@Command(name = "close", description = "Closes an account that is no longer used: its statements are not waited for any more.")
final class BankCloseCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private NamedAccount named;
  @Mixin private Today today;

  @Option(names = "--reopen", description = "The account is used again.")
  private boolean reopen;

  @Override
  public Integer call() {
    try (var application = Opened.application()) {
      var number = application.the(DSLContext.class).transactionResult(tx -> use(application, tx.dsl()));
      spec.commandLine().getOut().println("Account " + number + (reopen ? " is used again." : " is closed; its statements are not waited for any more."));
      return ExitCode.DONE;
    }
  }

  private String use(Opened application, DSLContext tx) {
    var account = named.in(application, tx);
    var accounts = application.the(BankAccounts.class);
    if (reopen) {
      accounts.reopen(tx, account, today.by(application));
    } else {
      accounts.close(tx, account, today.by(application));
    }
    return account.number();
  }
}
