package io.duly.ledger;

import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What was done to recover an invoice, as far as costs may follow from it.
 *
 * @param on the day: the notice was delivered, the cost was spent, the collector was instructed
 * @param amount spent, or billed without tax; empty for a notice
 * @param vatPercent that the creditor cannot deduct and that the notice said would be added
 * @param paidAtOnce the debtor paid as soon as the collector asked
 * @param evidence what proves it
 */
public record RecoveryEvidence(
    UUID id,
    InvoiceId invoice,
    Kind kind,
    LocalDate on,
    Optional<Money> amount,
    Optional<BigDecimal> vatPercent,
    boolean paidAtOnce,
    String evidence,
    String actor) {

  public RecoveryEvidence {
    if (amount.isPresent() == (kind == Kind.NOTICE) || amount.filter(sum -> !sum.isPositive()).isPresent()) {
      throw new IllegalArgumentException("A cost or a collector's bill has an amount above zero, and a notice has none");
    }
    if (vatPercent.isPresent() && kind != Kind.NOTICE) {
      throw new IllegalArgumentException("The tax that is added is what the notice said");
    }
    if (evidence.isBlank()) {
      throw new IllegalArgumentException("Evidence says what proves it");
    }
  }

  /** What it is. */
  public enum Kind {
    /** The letter that warns of costs. */
    NOTICE,
    /** Something was spent. */
    COST,
    /** A collector or lawyer was instructed. */
    COLLECTOR;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
