package io.duly.cli;

import io.duly.kernel.Money;
import io.duly.rules.Change;
import io.duly.rules.Claim;
import io.duly.rules.Dealing;
import io.duly.rules.Due;
import io.duly.rules.LeftOut;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A debt as it is named at the command line. */
final class NamedDebt {
  @Option(names = "--jurisdiction", required = true, paramLabel = "PLACE", description = "Whose law governs it, as GB, DE or GB-SCT.")
  private String jurisdiction;

  @Option(names = "--amount", required = true, paramLabel = "AMOUNT", description = "Of the invoice with tax, as 1234.56.")
  private BigDecimal amount;

  @Option(names = "--currency", required = true, paramLabel = "CODE", description = "As EUR.")
  private Currency currency;

  @Option(names = "--due", paramLabel = "DATE", description = "The agreed last day of payment. Without it the law's period runs from --invoiced.")
  private @Nullable LocalDate due;

  @Option(names = "--invoiced", paramLabel = "DATE", description = "When the debtor had the invoice.")
  private @Nullable LocalDate invoiced;

  @Option(names = "--performed", paramLabel = "DATE", description = "When goods or service were received. Default: the day of the invoice.")
  private @Nullable LocalDate performed;

  @Option(names = "--contract", paramLabel = "DATE", description = "The day of the contract. Default: the invoice or, without one, 30 days before the due day.")
  private @Nullable LocalDate contract;

  @Option(names = "--consumer", description = "A consumer owes it. Default: a business.")
  private boolean consumer;

  @Option(names = "--paid", paramLabel = "DATE=AMOUNT", description = "Paid on the principal on a day; may stand several times.", converter = DatedAmount.Read.class)
  private List<DatedAmount> paid = List.of();

  @Option(names = "--credited", paramLabel = "AMOUNT", description = "A credit note that corrects the invoice, from its due day.")
  private @Nullable BigDecimal credited;

  @Option(names = "--disputed", paramLabel = "DATE=AMOUNT", description = "Contested from a day on, and still.", converter = DatedAmount.Read.class)
  private List<DatedAmount> disputed = List.of();

  Currency currency() {
    return currency;
  }

  /** @throws CannotDo where no day of payment can be told */
  Claim claim() {
    var claim =
        Claim.unpaid(
            jurisdiction.toUpperCase(Locale.ROOT), consumer ? Dealing.CONSUMER : Dealing.BUSINESS, contracted(), due(),
            Amounts.of(amount, currency));
    for (var one : paid) {
      claim = claim.with(new Change(one.on(), one.in(currency), Money.zero(currency)));
    }
    for (var one : disputed) {
      claim = claim.with(new LeftOut(one.on(), Optional.empty(), Optional.of(one.in(currency)), "disputed"));
    }
    return credited == null
        ? claim
        : claim.with(new Change(from(), Amounts.of(credited, currency), Money.zero(currency)));
  }

  private LocalDate from() {
    return due == null ? invoicedOn() : due;
  }

  private Due due() {
    return due == null
        ? new Due.NotAgreed(performed == null ? invoicedOn() : performed, invoicedOn())
        : new Due.Agreed(due, Optional.ofNullable(invoiced));
  }

  private LocalDate invoicedOn() {
    if (invoiced == null) {
      throw new CannotDo("Say when it was due with --due, or when the debtor had the invoice with --invoiced.");
    }
    return invoiced;
  }

  private LocalDate contracted() {
    if (contract != null) {
      return contract;
    }
    return invoiced == null ? from().minusDays(30) : invoiced;
  }
}
