package io.duly.cli;

import io.duly.kernel.Money;
import io.duly.parties.TermsFigures;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What clauses come to, as a person types it. */
final class Figures {
  /** The reference rates that there are tables of. */
  enum Above {
    BANK_RATE,
    BASISZINSSATZ,
    ECB_REFERENCE;

    String table() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** How often interest is added to what bears interest. */
  enum Compounding {
    NONE,
    YEARLY,
    MONTHLY
  }

  @Option(names = "--percent", paramLabel = "PERCENT", description = "Interest: percent a year, or points with --above.")
  private @Nullable BigDecimal percent;

  @Option(names = "--above", paramLabel = "RATE", description = "The percent are points above this rate of the half-year: ${COMPLETION-CANDIDATES}.")
  private @Nullable Above above;

  @Option(names = "--compounding", defaultValue = "NONE", paramLabel = "HOW", description = "Interest on interest: ${COMPLETION-CANDIDATES}. Default: none.")
  private Compounding compounding;

  @Option(names = "--late-fee-amount", paramLabel = "AMOUNT", description = "A fee for each late invoice.")
  private @Nullable BigDecimal lateFee;

  @Option(names = "--late-fee-percent", paramLabel = "PERCENT", description = "A fee of so much of what is late.")
  private @Nullable BigDecimal lateFeePercent;

  @Option(names = "--costs-at-most", paramLabel = "AMOUNT", description = "The most that the debtor bears of evidenced collection costs.")
  private @Nullable BigDecimal costs;

  @Option(names = "--currency", paramLabel = "CODE", description = "Currency of the amounts. Default: the creditor's.")
  private @Nullable String currency;

  /** @throws CannotDo where the figures do not go together */
  TermsFigures of(UUID terms, Currency ofCreditor) {
    if (above != null && percent == null || percent != null && percent.signum() < 0) {
      throw new CannotDo("Give --percent, zero or more: with --above it is the points that are added to that rate.");
    }
    var code = currency(ofCreditor);
    var interest =
        Optional.ofNullable(percent)
            .map(some ->
                new TermsFigures.Interest(
                    some, Optional.ofNullable(above).map(Above::table), compounding.name().toLowerCase(Locale.ROOT)));
    return new TermsFigures(terms, interest, sum(lateFee, code), Optional.ofNullable(lateFeePercent), sum(costs, code));
  }

  private Currency currency(Currency ofCreditor) {
    try {
      return currency == null ? ofCreditor : Currency.getInstance(currency.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw new CannotDo("'" + currency + "' is no currency such as EUR.");
    }
  }

  private static Optional<Money> sum(@Nullable BigDecimal amount, Currency currency) {
    return Optional.ofNullable(amount).map(some -> Amounts.of(some, currency));
  }
}
