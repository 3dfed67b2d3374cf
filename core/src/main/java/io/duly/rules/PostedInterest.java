package io.duly.rules;

import io.duly.kernel.Money;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;

/**
 * Interest that stands in the ledger.
 *
 * @param period for which
 * @param amount rounded, at least zero
 */
public record PostedInterest(Period period, Money amount) {

  /**
   * The first day that no posting covers yet: after the last posting, or the first day of interest.
   */
  public static LocalDate next(LocalDate start, List<PostedInterest> posted) {
    return posted.stream()
        .map(each -> each.period().to().plusDays(1))
        .max(Comparator.naturalOrder())
        .orElse(start);
  }

  /**
   * What is to be posted so that all postings together are the whole interest, rounded once: cents
   * that earlier postings lost or won come right with the next. Never below zero.
   *
   * @param period that is posted now
   * @param wholeExact the interest from its first day to the end of that period, in minor units
   * @throws IllegalArgumentException where the period overlaps a posting, so that a day would be
   *     charged twice
   */
  public static PostedInterest of(
      Period period,
      Fraction wholeExact,
      Currency currency,
      List<PostedInterest> posted,
      RoundingMode rounding) {
    Money before = Money.zero(currency);
    for (PostedInterest each : posted) {
      if (each.period().overlaps(period)) {
        throw new IllegalArgumentException(
            "Interest from "
                + period.from()
                + " to "
                + period.to()
                + " overlaps what is posted for "
                + each.period().from()
                + " to "
                + each.period().to()
                + "; post from the day after");
      }
      before = before.plus(each.amount());
    }
    Money rest = wholeExact.toMoney(currency, rounding).minus(before);
    return new PostedInterest(period, rest.isPositive() ? rest : Money.zero(currency));
  }
}
