package io.duly.strategy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How likely an overdue amount is to be recovered (P33). It begins with the age alone: what
 * collectors see in the field, where nearly everything comes in during the first month, three
 * quarters after three, half after six, a quarter after a year. The track record then moves the
 * odds: each broken promise (four at most) by 2/3; where three invoices or more were settled, 3/2
 * if at most a fifth of them came late and 4/5 if two thirds or more did; where none ever was, 4/5.
 * The ages are those of the field, the odds our own judgement: a figure to sort work by and to be
 * explained, not a forecast for one debtor.
 */
public final class Likelihood {
  private static final int[] DAYS = {0, 30, 60, 90, 180, 270, 365, 730, 1825};
  private static final int[] PER_MILLE = {990, 940, 850, 740, 580, 430, 270, 140, 20};
  private static final int COUNTED_PROMISES = 4;
  private static final int ENOUGH_SETTLED = 3;

  private Likelihood() {}

  /**
   * An estimate and how it came about.
   *
   * @param perMille 1 to 999
   * @param byAge the part that the age alone gives, 20 to 990
   * @param because what moved it from there, in the order in which it did
   */
  public record Estimate(int perMille, int byAge, List<Because> because) {}

  /** What moves the odds. */
  public enum Because {
    BROKEN_PROMISES,
    PAYS_ON_TIME,
    PAYS_LATE,
    NEVER_PAID_YET
  }

  /**
   * The likelihood at an age by a track record.
   *
   * @param daysOverdue any number; before the due date counts as day 0
   * @return never rising with age or with a broken promise more
   */
  public static Estimate of(long daysOverdue, TrackRecord record) {
    int byAge = perMille(daysOverdue);
    var because = new ArrayList<Because>(2);
    long yes = byAge;
    long no = 1000L - byAge;
    int broken = Math.min(COUNTED_PROMISES, record.brokenPromises());
    for (int each = 0; each < broken; each++) {
      yes *= 2;
      no *= 3;
    }
    if (broken > 0) {
      because.add(Because.BROKEN_PROMISES);
    }
    Optional<Because> habit = habit(record);
    if (habit.isPresent()) {
      boolean good = habit.get() == Because.PAYS_ON_TIME;
      yes *= good ? 3 : 4;
      no *= good ? 2 : 5;
      because.add(habit.get());
    }
    int estimate = Math.clamp((1000 * yes + (yes + no) / 2) / (yes + no), 1, 999);
    return new Estimate(estimate, byAge, List.copyOf(because));
  }

  private static Optional<Because> habit(TrackRecord record) {
    if (record.settled() == 0) {
      return Optional.of(Because.NEVER_PAID_YET);
    }
    if (record.settled() < ENOUGH_SETTLED) {
      return Optional.empty();
    }
    if (record.settledLate() * 5L <= record.settled()) {
      return Optional.of(Because.PAYS_ON_TIME);
    }
    return record.settledLate() * 3L >= record.settled() * 2L
        ? Optional.of(Because.PAYS_LATE)
        : Optional.empty();
  }

  /**
   * The likelihood at an age alone.
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
