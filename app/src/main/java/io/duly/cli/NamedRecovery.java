package io.duly.cli;

import io.duly.kernel.Money;
import io.duly.rules.Recovery;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What was done to recover a debt, as it is named at the command line. */
final class NamedRecovery {
  @Option(names = "--notice", paramLabel = "DATE", description = "When the formal notice or the letter that warns of costs was delivered.")
  private @Nullable LocalDate notice;

  @Option(names = "--vat", paramLabel = "PERCENT", description = "VAT on costs that the creditor cannot deduct.")
  private @Nullable BigDecimal vat;

  @Option(names = "--spent", paramLabel = "AMOUNT", description = "Reasonable costs of recovery that are evidenced.")
  private @Nullable BigDecimal spent;

  @Option(names = "--collector", paramLabel = "DATE=AMOUNT", description = "When a collector was instructed, and what it billed.", converter = DatedAmount.Read.class)
  private @Nullable DatedAmount collector;

  @Option(names = "--paid-at-once", description = "The debtor paid at the collector's first demand.")
  private boolean paidAtOnce;

  Recovery in(Currency currency) {
    Optional<Money> costs = Optional.ofNullable(spent).map(sum -> Amounts.of(sum, currency));
    return new Recovery(
        Optional.ofNullable(notice), Optional.ofNullable(vat), costs,
        Optional.ofNullable(collector).map(one -> new Recovery.Collector(one.on(), one.in(currency), paidAtOnce)),
        List.of());
  }
}
