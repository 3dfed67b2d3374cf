package io.duly.strategy;

/**
 * How likely an overdue amount is to be recovered, by its age alone (P33): what collectors see in
 * the field, where nearly everything comes in during the first month, three quarters after three,
 * half after six, a quarter after a year. A figure to sort work by, not a forecast for one debtor.
 */
public final class Likelihood {
  private static final int[] DAYS = {0, 30, 60, 90, 180, 270, 365, 730, 1825};
  private static final int[] PER_MILLE = {990, 940, 850, 740, 580, 430, 270, 140, 20};

  private Likelihood() {}

  /**
   * The likelihood at an age.
   *
   * @param daysOverdue any number; before the due date counts as day 0
   * @return 20 to 990 out of a thousand, never rising with age
   */
  public static int perMille(long daysOverdue) {
    if (daysOverdue <= 0) {
      return PER_MILLE[0];
    }
    for (int at = 1; at < DAYS.length; at++) {
      if (daysOverdue <= DAYS[at]) {
        return between(at, (int) daysOverdue);
      }
    }
    return PER_MILLE[PER_MILLE.length - 1];
  }

  private static int between(int at, int days) {
    int lost = PER_MILLE[at - 1] - PER_MILLE[at];
    return PER_MILLE[at - 1] - lost * (days - DAYS[at - 1]) / (DAYS[at] - DAYS[at - 1]);
  }
}
