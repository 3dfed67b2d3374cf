package io.duly.strategy;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;

/**
 * An amount in a policy. A policy serves cases in many currencies, so the amount is in major units
 * of whatever currency the case has, unless the policy names one for that currency.
 *
 * @param thousandths of a major unit, &ge; 0
 * @param byCurrency the same for currencies (ISO 4217 codes) in which another figure makes sense
 */
public record Threshold(long thousandths, Map<String, Long> byCurrency) {

  public Threshold {
    byCurrency = Map.copyOf(byCurrency);
    if (thousandths < 0 || byCurrency.values().stream().anyMatch(amount -> amount < 0)) {
      throw new IllegalArgumentException(
          "A threshold is 0 or more; " + thousandths + " thousandths is not");
    }
  }

  /**
   * A threshold that is the same figure in every currency.
   *
   * @throws ArithmeticException where {@code major} has more than three decimals or does not fit
   */
  public static Threshold of(BigDecimal major) {
    return new Threshold(thousandths(major), Map.of());
  }

  static long thousandths(BigDecimal major) {
    return major.movePointRight(3).longValueExact();
  }

  /**
   * The threshold in minor units of {@code currency}, rounded up, at most {@link Long#MAX_VALUE}.
   */
  public long minor(Currency currency) {
    Long own = byCurrency.isEmpty() ? null : byCurrency.get(currency.getCurrencyCode());
    return minor(own == null ? thousandths : own, Math.max(0, currency.getDefaultFractionDigits()));
  }

  private static long minor(long thousandths, int digits) {
    return switch (digits) {
      case 0 -> Math.ceilDiv(thousandths, 1000L);
      case 1 -> Math.ceilDiv(thousandths, 100L);
      case 2 -> Math.ceilDiv(thousandths, 10L);
      case 3 -> thousandths;
      default -> thousandths > Long.MAX_VALUE / 10 ? Long.MAX_VALUE : thousandths * 10;
    };
  }
}
