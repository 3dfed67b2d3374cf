package io.duly.cli;

import io.duly.kernel.Money;
import io.duly.ledger.Tolerances;
import io.duly.matching.EarlyPayment;
import io.duly.matching.Tolerance;
import io.duly.parties.Creditor;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code duly creditor discount}: what a creditor lets go by itself where it is paid short. */
@Command(
    name = "discount",
    description = {
      "Says or shows what is let go by itself where a payment is short: the usual discount for early payment on invoices that say",
      "nothing of one, days of grace for any discount, and charges of banks. What is not said stays as it is."
    })
final class CreditorDiscountCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private NamedCreditor named;
  @Mixin private Today today;

  @Option(names = "--percent", paramLabel = "PERCENT", description = "The usual discount, as 2 or 2.5; 0 for none.")
  private @Nullable BigDecimal percent;

  @Option(names = "--days", paramLabel = "DAYS", description = "Within so many days of the invoice's date.")
  private @Nullable Integer days;

  @Option(names = "--grace", paramLabel = "DAYS", description = "So many days too late it is granted all the same; else a person is asked.")
  private @Nullable Integer grace;

  @Option(names = "--bank-charges", paramLabel = "AMOUNT", description = "At most so much a payment; 0 for none. Needs --currency.")
  private @Nullable BigDecimal charges;

  @Option(names = "--currency", paramLabel = "CODE", description = "Of the bank charges: those in other currencies are not let go.")
  private @Nullable String currency;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  /** What is let go, as JSON; the amount in major units. */
  record Let(String creditor, Optional<String> discountPercent, Optional<Integer> discountDays, int graceDays, Optional<String> bankCharges, Optional<String> currency) {
    static Let of(String creditor, Tolerance one) {
      return new Let(creditor, one.usual().map(terms -> terms.percent().stripTrailingZeros().toPlainString()), one.usual().map(EarlyPayment::days), one.graceDays(),
          one.charges().map(Money::plain), one.charges().map(most -> most.currency().getCurrencyCode()));
    }

    String text() {
      var discount = discountPercent.map(percent -> percent + " % within " + discountDays.orElse(0) + " days").orElse("no discount but those that invoices grant");
      var charges = bankCharges.map(most -> "bank charges up to " + most + " " + currency.orElse("")).orElse("no bank charges");
      return creditor + " lets go: " + discount + "; " + graceDays + " days of grace; " + charges + ".";
    }
  }

  @Override
  public Integer call() {
    try (var application = Opened.application()) {
      var let = application.the(DSLContext.class).transactionResult(tx -> let(application, tx.dsl()));
      spec.commandLine().getOut().println(json ? Json.of(let) : let.text());
      return ExitCode.DONE;
    }
  }

  private Let let(Opened application, DSLContext tx) {
    Creditor creditor = named.in(application, tx);
    var tolerances = application.the(Tolerances.class);
    var before = tolerances.of(tx, creditor.id());
    var after = changed(before);
    if (!after.equals(before)) {
      var by = today.by(application);
      tolerances.set(tx, creditor.id(), after, by.actor(), by.recordedAt());
    }
    return Let.of(creditor.name(), after);
  }

  private Tolerance changed(Tolerance before) {
    try {
      return new Tolerance(usual(before), grace == null ? before.graceDays() : grace, charges(before));
    } catch (IllegalArgumentException wrong) {
      throw new CannotDo(wrong.getMessage() + ".");
    }
  }

  private Optional<EarlyPayment> usual(Tolerance before) {
    if (percent == null && days == null) {
      return before.usual();
    }
    if (percent != null && percent.signum() == 0) {
      return Optional.empty();
    }
    var rate = Optional.ofNullable(percent).or(() -> before.usual().map(EarlyPayment::percent));
    var within = Optional.ofNullable(days).or(() -> before.usual().map(EarlyPayment::days));
    if (rate.isEmpty() || within.isEmpty()) {
      throw new CannotDo("A discount has a percentage and days: --percent 2 --days 10.");
    }
    return Optional.of(new EarlyPayment(rate.get(), within.get()));
  }

  private Optional<Money> charges(Tolerance before) {
    if (charges == null) {
      return before.charges();
    }
    if (charges.signum() == 0) {
      return Optional.empty();
    }
    if (currency == null) {
      throw new CannotDo("Say in which currency with --currency, as --currency EUR.");
    }
    try {
      return Optional.of(Money.ofMajor(charges, Currency.getInstance(currency)));
    } catch (ArithmeticException | IllegalArgumentException notOne) {
      throw new CannotDo("'" + charges.toPlainString() + " " + currency + "' is no amount such as 5.00 EUR.");
    }
  }
}
