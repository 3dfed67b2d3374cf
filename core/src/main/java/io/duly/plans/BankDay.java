package io.duly.plans;

import io.duly.talk.BankDays;
import java.time.LocalDate;

/** On which day something that was agreed for a day is due: money moves on bank days only. */
@FunctionalInterface
public interface BankDay {
  /** Every day is as good as another. */
  BankDay ANY = (day, _) -> day;

  /** The day on which what the pace says is due. */
  LocalDate of(LocalDate day, Pace pace);

  /** The first bank day from then on; of the end of a month the last one in it. */
  static BankDay among(BankDays days) {
    return (day, pace) -> pace instanceof Pace.MonthEnd ? days.onOrBefore(day) : days.onOrAfter(day);
  }
}
