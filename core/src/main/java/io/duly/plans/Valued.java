package io.duly.plans;

import io.duly.kernel.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * An offer and what it is worth to the creditor (P31).
 *
 * @param presentValue of all its payments today, if each is kept
 * @param expected the same, each payment by the chance that it and those before it are kept
 * @param chance that all are kept, whole per cent
 * @param beyond in what it goes further than who offers it may
 */
public record Valued(Offer offer, Money presentValue, Money expected, int chance, Set<Authority.Beyond> beyond) {
  private static final BigDecimal YEAR = BigDecimal.valueOf(36_500);

  /**
   * Each payment divided by one plus the yearly rate for its days of 365, simple; rounded once, half-even.
   *
   * @param annualPercent what money costs the creditor, per cent a year
   */
  public static Valued of(Offer offer, BigDecimal annualPercent, Reliability reliability, Authority authority, LocalDate today) {
    var worth = BigDecimal.ZERO;
    var expected = BigDecimal.ZERO;
    int nth = 0;
    for (var one : offer.plan().instalments()) {
      var now = discounted(one, annualPercent, today);
      worth = worth.add(now);
      expected = expected.add(now.multiply(BigDecimal.valueOf(reliability.ofAll(++nth))));
    }
    var currency = offer.owed().currency();
    return new Valued(offer, Money.rounded(worth, currency), Money.rounded(expected, currency), reliability.percentOfAll(nth), authority.beyond(offer, today));
  }

  private static BigDecimal discounted(Instalment one, BigDecimal annualPercent, LocalDate today) {
    long days = Math.max(0, ChronoUnit.DAYS.between(today, one.dueOn()));
    var rate = BigDecimal.ONE.add(annualPercent.multiply(BigDecimal.valueOf(days)).divide(YEAR, MathContext.DECIMAL128));
    return one.amount().major().divide(rate, MathContext.DECIMAL128);
  }
}
