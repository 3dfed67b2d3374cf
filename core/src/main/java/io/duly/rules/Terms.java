package io.duly.rules;

import io.duly.kernel.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What the accepted terms of trade say about paying late.
 *
 * @param version of the terms, as the creditor names it
 * @param acceptedOn the day on which the debtor agreed; the evidence is kept with the acceptance
 * @param interest a yearly rate
 * @param lateFee a fee for each late invoice
 * @param collectionCosts the most that the debtor bears of evidenced costs
 */
public record Terms(
    String version,
    LocalDate acceptedOn,
    Optional<AgreedInterest> interest,
    Optional<LateFee> lateFee,
    Optional<Money> collectionCosts) {

  /**
   * A clause on interest.
   *
   * @param percent a year, not below zero; a monthly rate is written as twelve times it; where
   *     {@code above} is given, the points that are added to it
   * @param above the shipped rate table that it moves with each half-year, as in {@code
   *     basiszinssatz}
   * @param compounding none unless the clause says so
   */
  public record AgreedInterest(
      BigDecimal percent, Optional<String> above, Compounding compounding) {
    public AgreedInterest {
      if (percent.signum() < 0) {
        throw new IllegalArgumentException("An agreed rate is not below zero: " + percent);
      }
      above.ifPresent(RateTables::require);
    }

    /** A rate that stays as it is. */
    public AgreedInterest(BigDecimal yearlyPercent, Compounding compounding) {
      this(yearlyPercent, Optional.empty(), compounding);
    }
  }

  /**
   * A clause on a late fee: the fixed sum and the percentage of what is late, together.
   *
   * @param fixed may be zero
   * @param percent of the amount that was late on the first day; may be zero
   */
  public record LateFee(Money fixed, BigDecimal percent) {
    public LateFee {
      if (fixed.minor() < 0 || percent.signum() < 0) {
        throw new IllegalArgumentException(
            "A late fee is not below zero: " + fixed + " and " + percent + " %");
      }
    }
  }

  Basis clause(String jurisdiction, String clause) {
    return new Basis(
        "TERMS-" + version,
        jurisdiction,
        "Terms of trade " + version + ",",
        clause,
        "accepted on " + acceptedOn);
  }
}
