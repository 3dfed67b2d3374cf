package io.duly.talk;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;

/** How instalments follow each other. */
public enum Rhythm {
  WEEKLY,
  MONTHLY,
  /** On the last bank day of each month. */
  MONTH_END;

  /** As forms spell it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The rhythm of that word. */
  public static Optional<Rhythm> of(String word) {
    for (Rhythm rhythm : values()) {
      if (rhythm.word().equals(word)) {
        return Optional.of(rhythm);
      }
    }
    return Optional.empty();
  }

  /**
   * The day of the nth instalment.
   *
   * @param first that of the first, counted as 0
   * @throws NoSchedule where no bank day is found
   */
  LocalDate day(LocalDate first, int nth, BankDays days) {
    return switch (this) {
      case WEEKLY -> days.onOrAfter(first.plusWeeks(nth));
      case MONTHLY -> days.onOrAfter(first.plusMonths(nth));
      case MONTH_END -> days.onOrBefore(YearMonth.from(first).plusMonths(nth).atEndOfMonth());
    };
  }
}
