package io.duly.plans;

import java.time.LocalDate;
import java.time.YearMonth;

/** How instalments follow each other, before bank days are minded. */
public sealed interface Pace {

  /**
   * The day of the nth after the first.
   *
   * @param first day of instalment 0
   */
  LocalDate day(LocalDate first, int nth);

  /** Every so many days: 7 is weekly, 14 fortnightly. */
  record Days(int days) implements Pace {
    public Days {
      if (days < 1 || days > 366) {
        throw new IllegalArgumentException("Instalments follow each other after 1 to 366 days, not " + days + ".");
      }
    }

    @Override
    public LocalDate day(LocalDate first, int nth) {
      return first.plusDays((long) days * nth);
    }
  }

  /** On the same day of every so many months; on the last one of months that are too short. */
  record Months(int months) implements Pace {
    public Months {
      if (months < 1 || months > 12) {
        throw new IllegalArgumentException("Instalments follow each other after 1 to 12 months, not " + months + ".");
      }
    }

    @Override
    public LocalDate day(LocalDate first, int nth) {
      return first.plusMonths((long) months * nth);
    }
  }

  /** On the last day of each month. */
  record MonthEnd() implements Pace {
    @Override
    public LocalDate day(LocalDate first, int nth) {
      return YearMonth.from(first).plusMonths(nth).atEndOfMonth();
    }
  }
}
