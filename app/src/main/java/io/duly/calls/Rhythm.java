package io.duly.calls;

import io.duly.plans.Pace;
import java.util.Locale;
import java.util.Optional;

/** How instalments follow each other, as forms offer it. */
public enum Rhythm {
  WEEKLY,
  FORTNIGHTLY,
  MONTHLY,
  /** On the last bank day of each month. */
  MONTH_END,
  /** Days and amounts are typed one by one. */
  TYPED;

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

  /** Empty where the days are typed. */
  Optional<Pace> pace() {
    return Optional.ofNullable(
        switch (this) {
          case WEEKLY -> new Pace.Days(7);
          case FORTNIGHTLY -> new Pace.Days(14);
          case MONTHLY -> new Pace.Months(1);
          case MONTH_END -> new Pace.MonthEnd();
          case TYPED -> null;
        });
  }
}
