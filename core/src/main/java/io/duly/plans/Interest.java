package io.duly.plans;

import io.duly.kernel.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What the time of a plan costs, as the terms allow. Never compound: interest bears none. */
public sealed interface Interest {
  /** No day of the plan bears interest, as long as it is kept. */
  Interest FROZEN = new Frozen();

  /**
   * The interest of a plan, to be paid with its last instalment.
   *
   * @param debt outstanding from {@code from} on, less each instalment from its day on
   */
  Money on(Money debt, LocalDate from, List<Instalment> instalments);

  record Frozen() implements Interest {
    @Override
    public Money on(Money debt, LocalDate from, List<Instalment> instalments) {
      return Money.zero(debt.currency());
    }
  }

  /**
   * At so many per cent a year, each day of 365 on what is outstanding that day; rounded once, half-even.
   *
   * @param charges of the debt, minor units: interest and costs, which are paid first and bear none
   */
  record Running(BigDecimal annualPercent, long charges) implements Interest {
    private static final BigDecimal YEAR = BigDecimal.valueOf(36_500);

    /** Where the debt has no charges. */
    public Running(BigDecimal annualPercent) {
      this(annualPercent, 0);
    }

    public Running {
      if (annualPercent.signum() < 0 || annualPercent.compareTo(BigDecimal.valueOf(100)) > 0) {
        throw new IllegalArgumentException("A rate is between 0 and 100 per cent a year, not " + annualPercent + ".");
      }
    }

    @Override
    public Money on(Money debt, LocalDate from, List<Instalment> instalments) {
      var outstanding = debt;
      var bearing = new Money(Math.max(0, debt.minor() - charges), debt.currency());
      var since = from;
      var amountDays = BigDecimal.ZERO;
      for (var one : instalments) {
        long days = Math.max(0, ChronoUnit.DAYS.between(since, one.dueOn()));
        amountDays = amountDays.add(outstanding.min(bearing).major().multiply(BigDecimal.valueOf(days)));
        outstanding = outstanding.minus(one.amount());
        since = one.dueOn();
      }
      return Money.rounded(amountDays.multiply(annualPercent).divide(YEAR, MathContext.DECIMAL128), debt.currency());
    }
  }
}
