package io.duly.moratorium;

import java.time.LocalDate;
import java.util.Optional;

/** How long a moratorium lasts. Every day that is named counts. */
public sealed interface Lasting {

  /**
   * The last day as far as it is known.
   *
   * @param first the day on which the moratorium begins
   * @param treated the day on which a treatment ended; empty while it goes on, and where there is none
   * @return empty while the end is not known
   */
  Optional<LocalDate> lastDay(LocalDate first, Optional<LocalDate> treated);

  /** @param days with the first, &ge; 1 */
  record Days(int days) implements Lasting {
    @Override
    public Optional<LocalDate> lastDay(LocalDate first, Optional<LocalDate> treated) {
      return Optional.of(first.plusDays(days - 1L));
    }
  }

  /** @param months from the first day, &ge; 1 */
  record Months(int months) implements Lasting {
    @Override
    public Optional<LocalDate> lastDay(LocalDate first, Optional<LocalDate> treated) {
      return Optional.of(first.plusMonths(months).minusDays(1));
    }
  }

  /** @param days after the day on which the treatment ended */
  record AfterTreatment(int days) implements Lasting {
    @Override
    public Optional<LocalDate> lastDay(LocalDate first, Optional<LocalDate> treated) {
      return treated.map(day -> day.plusDays(days));
    }
  }
}
