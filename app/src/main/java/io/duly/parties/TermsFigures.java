package io.duly.parties;

import io.duly.kernel.Money;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;

/**
 * What the clauses of a version of the terms come to in figures. Charges are computed from these, never from a guess at
 * the words.
 *
 * @param terms the id of the version
 * @param lateFeePercent of what is late; adds to the fixed late fee
 * @param collectionCosts the most that the debtor bears of them
 */
public record TermsFigures(
    UUID terms,
    Optional<Interest> interest,
    Optional<Money> lateFee,
    Optional<BigDecimal> lateFeePercent,
    Optional<Money> collectionCosts) {

  /**
   * A clause on interest.
   *
   * @param percent a year, at least zero; where {@code above} is given, the points added to it
   * @param above {@code bank-rate}, {@code basiszinssatz} or {@code ecb-reference}, each as published for the half-year
   * @param compounding {@code none}, {@code yearly} or {@code monthly}
   */
  public record Interest(BigDecimal percent, Optional<String> above, String compounding) {}

  /** Nothing is said in figures. */
  public boolean isEmpty() {
    return interest.isEmpty() && lateFee.isEmpty() && lateFeePercent.isEmpty() && collectionCosts.isEmpty();
  }
}
