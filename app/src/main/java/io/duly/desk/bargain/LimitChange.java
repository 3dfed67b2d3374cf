package io.duly.desk.bargain;

import io.duly.agreements.BargainRules;
import io.duly.agreements.Bargainer;
import io.duly.plans.Authority;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A figure that is different in later limits.
 *
 * @param whose empty where it is of all
 * @param what the word of the figure, as forms spell it
 * @param words whether the figures are words themselves: what a miss leads to
 */
public record LimitChange(Optional<Bargainer> whose, String what, String was, String is, boolean words) {

  /** All that is different. */
  public static List<LimitChange> between(BargainRules before, BargainRules after) {
    var all = new ArrayList<LimitChange>();
    for (var whose : Bargainer.values()) {
      var was = figures(before.of(whose));
      var is = figures(after.of(whose));
      for (int at = 0; at < LimitsForm.FIGURES.size(); at++) {
        add(all, Optional.of(whose), LimitsForm.FIGURES.get(at), String.valueOf(was[at]), String.valueOf(is[at]), false);
      }
    }
    add(all, Optional.empty(), "money", plain(before.moneyCosts()), plain(after.moneyCosts()), false);
    add(all, Optional.empty(), "interest", plain(before.planInterest()), plain(after.planInterest()), false);
    add(all, Optional.empty(), "miss", before.onMiss().name().toLowerCase(Locale.ROOT), after.onMiss().name().toLowerCase(Locale.ROOT), true);
    add(all, Optional.empty(), "grace", String.valueOf(before.graceDays()), String.valueOf(after.graceDays()), false);
    return all;
  }

  static int[] figures(Authority one) {
    return new int[] {one.leastDown(), one.mostInstalments(), one.longestDays(), one.deepestDiscount()};
  }

  static String plain(BigDecimal rate) {
    return rate.signum() == 0 ? "0" : rate.stripTrailingZeros().toPlainString();
  }

  private static void add(List<LimitChange> all, Optional<Bargainer> whose, String what, String was, String is, boolean words) {
    if (!was.equals(is)) {
      all.add(new LimitChange(whose, what, was, is, words));
    }
  }
}
