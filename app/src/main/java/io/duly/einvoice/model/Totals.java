package io.duly.einvoice.model;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Sums as the document gives them, major units of its currency.
 *
 * @param lines net amounts of all lines (BT-106)
 * @param net without tax (BT-109)
 * @param gross with tax (BT-112)
 * @param prepaid (BT-113)
 * @param rounding added to reach a payable amount (BT-114)
 * @param payable what is asked for (BT-115)
 */
public record Totals(
    Optional<BigDecimal> lines,
    Optional<BigDecimal> allowances,
    Optional<BigDecimal> charges,
    Optional<BigDecimal> net,
    Optional<BigDecimal> tax,
    Optional<BigDecimal> gross,
    Optional<BigDecimal> prepaid,
    Optional<BigDecimal> rounding,
    Optional<BigDecimal> payable) {

  /** Gross less prepaid, with the rounding; what the payable amount should be. Empty where gross is not said. */
  public Optional<BigDecimal> expected() {
    return gross.map(total -> total.subtract(prepaid.orElse(BigDecimal.ZERO)).add(rounding.orElse(BigDecimal.ZERO)));
  }

  /** The amount due is gross less prepaid though a rounding is said: some programs write the gross with it. At most one unit is a rounding. */
  public boolean includesRounding(BigDecimal payable) {
    boolean rounds = rounding.filter(one -> one.signum() != 0 && one.abs().compareTo(BigDecimal.ONE) <= 0).isPresent();
    return rounds && gross.map(total -> total.subtract(prepaid.orElse(BigDecimal.ZERO))).filter(due -> due.compareTo(payable) == 0).isPresent();
  }
}
