package io.duly.cli;

import io.duly.kernel.Money;
import java.math.BigDecimal;
import java.util.Currency;

/** Amounts as people type them at the command line. */
final class Amounts {
  private Amounts() {}

  /** @throws CannotDo where the amount has more decimals than the currency, or is too large */
  static Money of(BigDecimal amount, Currency currency) {
    try {
      return Money.ofMajor(amount, currency);
    } catch (ArithmeticException unfit) {
      throw new CannotDo(
          amount + " is no amount in " + currency + ", which has " + currency.getDefaultFractionDigits() + " decimals.");
    }
  }
}
