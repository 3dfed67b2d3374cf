package io.duly.cli;

import io.duly.banking.cash.Allotment;
import io.duly.banking.cash.CashMatching;
import io.duly.kernel.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code duly bank allocate}. */
@Command(name = "allocate", description = "Allocates money that came to invoices, whatever was proposed.")
final class BankAllocateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private NamedMoney named;
  @Mixin private Today today;

  @Option(names = "--invoice", required = true, paramLabel = "NUMBER[=AMOUNT]", description = "An invoice, and how much; else as much as is open and left. May be repeated.")
  private List<String> invoices;

  @Override
  public Integer call() {
    try (var application = Opened.application()) {
      var cash = application.the(CashMatching.class);
      var currency = cash.currency(application.the(DSLContext.class), named.id());
      cash.allocate(named.id(), invoices.stream().map(text -> allotment(text, currency)).toList(), today.by(application));
      today.decideAgain(application);
      spec.commandLine().getOut().println("Allocated.");
      return ExitCode.DONE;
    }
  }

  private static Allotment allotment(String text, Currency currency) {
    int sign = text.lastIndexOf('=');
    return sign < 0 ? new Allotment(text, Optional.empty()) : new Allotment(text.substring(0, sign), Optional.of(money(text.substring(sign + 1), currency)));
  }

  private static Money money(String text, Currency currency) {
    try {
      return Money.ofMajor(new BigDecimal(text), currency);
    } catch (NumberFormatException | ArithmeticException notOne) {
      throw new CannotDo("'" + text + "' is no amount such as 119.00 in " + currency + ".");
    }
  }
}
