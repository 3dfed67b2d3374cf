package io.duly.debits;

import io.duly.kernel.Easter;
import io.duly.talk.BankDays;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.Set;

/** The days on which euros move between banks: no Saturday, no Sunday, and none of the six days on which TARGET is closed. */
public final class TargetDays {
  private static final Set<MonthDay> CLOSED =
      Set.of(MonthDay.of(Month.JANUARY, 1), MonthDay.of(Month.MAY, 1), MonthDay.of(Month.DECEMBER, 25), MonthDay.of(Month.DECEMBER, 26));

  private TargetDays() {}

  public static BankDays days() {
    return new BankDays(TargetDays::isClosed);
  }

  private static boolean isClosed(LocalDate day) {
    var easter = Easter.sunday(day.getYear());
    return CLOSED.contains(MonthDay.from(day)) || day.equals(easter.minusDays(2)) || day.equals(easter.plusDays(1));
  }
}
