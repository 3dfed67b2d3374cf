package io.duly.demo;

import io.duly.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** Fixed rates that make amounts look right in their currency; nothing is ever converted with them for real. */
final class Rates {
  private Rates() {}

  /** So many euros' worth, at least one whole unit of the currency. */
  static Money worth(double euros, Currency currency) {
    var major = BigDecimal.valueOf(Math.max(euros * perEuro(currency), 1));
    return Money.ofMajor(major.setScale(currency.getDefaultFractionDigits(), RoundingMode.HALF_EVEN), currency);
  }

  static double euros(Money money) {
    return money.major().doubleValue() / perEuro(money.currency());
  }

  private static double perEuro(Currency currency) {
    return switch (currency.getCurrencyCode()) {
      case "GBP" -> 0.85;
      case "JPY" -> 160;
      case "KWD" -> 0.33;
      default -> 1;
    };
  }
}
