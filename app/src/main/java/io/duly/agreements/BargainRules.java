package io.duly.agreements;

import io.duly.kernel.Money;
import io.duly.plans.Authority;
import io.duly.plans.Interest;
import io.duly.plans.OnMiss;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How far each may go when something is agreed about a creditor's debts, and what an agreement is by default.
 *
 * @param limits of everybody
 * @param moneyCosts what money costs the creditor, per cent a year, 0 to 100
 * @param planInterest of what is outstanding while a plan runs, per cent a year, 0 to 100; 0: frozen, as long as it is kept
 * @param graceDays after an instalment's day, 0 to 30
 */
public record BargainRules(Map<Bargainer, Authority> limits, BigDecimal moneyCosts, BigDecimal planInterest, OnMiss onMiss, int graceDays) {
  private static final int MOST_GRACE = 30;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final Map<Bargainer, Authority> SHIPPED_LIMITS =
      Map.of(
          Bargainer.DEBTOR, new Authority(0, 3, 100, 0),
          Bargainer.COLLECTOR, new Authority(0, 6, 200, 0),
          Bargainer.SENIOR, new Authority(0, 12, 400, 10),
          Bargainer.MANAGER, new Authority(0, 36, 1_100, 40));

  /** Of a creditor that has set none. The figures are our own judgement. */
  public static final BargainRules SHIPPED = new BargainRules(SHIPPED_LIMITS, new BigDecimal("8.00"), new BigDecimal("0.00"), OnMiss.ONE_GRACE, 3);

  /** @throws IllegalArgumentException where a figure is out of its bounds, or somebody may go further than managers, in a sentence */
  public BargainRules {
    limits = whole(limits);
    requirePercent(moneyCosts, "What money costs");
    requirePercent(planInterest, "Interest");
    if (graceDays < 0 || graceDays > MOST_GRACE) {
      throw new IllegalArgumentException("There are 0 to " + MOST_GRACE + " days of grace, not " + graceDays + ".");
    }
    var managers = Objects.requireNonNull(limits.get(Bargainer.MANAGER));
    if (limits.values().stream().anyMatch(one -> one.goesFurtherThan(managers))) {
      throw new IllegalArgumentException("Nobody may go further than managers: raise theirs as well, or lower the other.");
    }
  }

  private static Map<Bargainer, Authority> whole(Map<Bargainer, Authority> given) {
    var all = new EnumMap<Bargainer, Authority>(Bargainer.class);
    all.putAll(SHIPPED_LIMITS);
    all.putAll(given);
    return Collections.unmodifiableMap(all);
  }

  private static void requirePercent(BigDecimal rate, String what) {
    if (rate.signum() < 0 || rate.compareTo(HUNDRED) > 0 || rate.stripTrailingZeros().scale() > 2) {
      throw new IllegalArgumentException(what + " is between 0 and 100 per cent a year with two decimals at most, not " + rate.toPlainString() + ".");
    }
  }

  public Authority of(Bargainer holder) {
    return Objects.requireNonNull(limits.get(holder), "everybody has limits");
  }

  /** Who, beginning with who may least, may go so far; empty where nobody may. */
  public Optional<Bargainer> whoMay(Predicate<Authority> reaches) {
    return List.of(Bargainer.COLLECTOR, Bargainer.SENIOR, Bargainer.MANAGER).stream().filter(one -> reaches.test(of(one))).findFirst();
  }

  /**
   * What a plan bears.
   *
   * @param allowed per cent a year, by the terms or the law of what it is about: no more is asked, whatever was set
   * @param charges among what it is about: they bear none
   */
  public Interest interest(BigDecimal allowed, Money charges) {
    var rate = planInterest.min(allowed);
    return rate.signum() == 0 ? Interest.FROZEN : new Interest.Running(rate, charges.minor());
  }

  /** Whether plans may bear interest at all. */
  public boolean bearInterest() {
    return planInterest.signum() > 0;
  }

  /** Whether more may be agreed by them than could be by anybody before: then a second person is asked. */
  public boolean goFurtherThan(BargainRules before) {
    return of(Bargainer.MANAGER).goesFurtherThan(before.of(Bargainer.MANAGER));
  }
}
