package io.duly.desk.bargain;

import io.duly.agreements.AgreedPlan;
import io.duly.kernel.Money;
import io.duly.plans.BankDay;
import io.duly.plans.NoPlan;
import io.duly.plans.Pace;
import io.duly.plans.Plan;
import io.duly.plans.Renegotiated;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How a running plan is to be changed, as it was typed.
 *
 * @param kind {@code move}, {@code pause}, {@code extend} or {@code increase}; empty where nothing is asked for
 * @param on the day of the next instalment, where it is moved
 * @param count how many steps it pauses, or how many instalments more
 * @param rhythm at which what is left follows: {@code weekly}, {@code fortnightly}, {@code monthly}, {@code month_end}
 */
public record Change(String kind, String on, String count, String rhythm) {
  private static final int MOST = 120;

  /** What a change may be. */
  public enum Kind {
    MOVE,
    PAUSE,
    EXTEND,
    INCREASE;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  boolean isAsked() {
    return Arrays.stream(Kind.values()).anyMatch(one -> one.word().equals(kind));
  }

  /**
   * The plan as it would be.
   *
   * @param beside what is due beside it
   * @throws NoPlan where it cannot be changed so
   */
  Plan of(AgreedPlan before, Money beside, BankDay days) {
    var anew = new Renegotiated(before.plan(), before.paidInstalments(), pace());
    return switch (Kind.valueOf(kind.toUpperCase(Locale.ROOT))) {
      case MOVE -> anew.movedTo(day().orElse(before.plan().instalments().get(before.paidInstalments()).dueOn()), days);
      case PAUSE -> anew.pausedFor(number(), days);
      case EXTEND -> anew.extendedBy(number(), days);
      case INCREASE -> anew.increasedBy(beside, Optional.empty(), days);
    };
  }

  private Optional<LocalDate> day() {
    try {
      return Optional.of(LocalDate.parse(on.strip()));
    } catch (DateTimeException no) {
      return Optional.empty();
    }
  }

  private int number() {
    return count.strip().matches("[0-9]{1,3}") ? Math.clamp(Integer.parseInt(count.strip()), 1, MOST) : 1;
  }

  private Pace pace() {
    return switch (rhythm) {
      case "weekly" -> new Pace.Days(7);
      case "fortnightly" -> new Pace.Days(14);
      case "month_end" -> new Pace.MonthEnd();
      default -> new Pace.Months(1);
    };
  }
}
