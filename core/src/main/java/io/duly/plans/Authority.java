package io.duly.plans;

import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/**
 * How far somebody may go by themselves, per creditor and role. What goes further is asked of who may go so far.
 *
 * @param leastDown per cent of the debt that a plan begins with, 0 to 100
 * @param mostInstalments of a plan
 * @param longestDays from today to the last payment
 * @param deepestDiscount per cent of the debt that a settlement forgives, 0 to 100; 0: none
 */
public record Authority(int leastDown, int mostInstalments, int longestDays, int deepestDiscount) {
  public Authority {
    if (leastDown < 0 || leastDown > 100 || deepestDiscount < 0 || deepestDiscount > 100 || mostInstalments < 1 || mostInstalments > PlanTerms.MOST || longestDays < 0) {
      throw new IllegalArgumentException("An authority is in per cent from 0 to 100, 1 to " + PlanTerms.MOST + " instalments, and days from 0 on.");
    }
  }

  /** What goes further than it may. */
  public enum Beyond {
    DOWN_PAYMENT,
    INSTALMENTS,
    TERM,
    DISCOUNT
  }

  /** In what an offer goes further; nothing where it may be agreed at once. */
  public Set<Beyond> beyond(Offer offer, LocalDate today) {
    var found = EnumSet.noneOf(Beyond.class);
    var plan = offer.plan();
    if (plan.lastOn().isAfter(today.plusDays(longestDays))) {
      found.add(Beyond.TERM);
    }
    if (plan.instalments().size() > mostInstalments) {
      found.add(Beyond.INSTALMENTS);
    }
    if (plan.instalments().size() > 1 && isBelow(plan.instalments().getFirst().amount(), leastDown, offer.owed())) {
      found.add(Beyond.DOWN_PAYMENT);
    }
    if (offer.forgiven().isPositive() && isBelow(percentOf(offer.owed(), deepestDiscount), offer.forgiven())) {
      found.add(Beyond.DISCOUNT);
    }
    return found;
  }

  /** The same of a plan that is agreed anew: how much came first was agreed before. */
  public Set<Beyond> beyondAnew(Offer offer, LocalDate today) {
    var found = beyond(offer, today);
    found.remove(Beyond.DOWN_PAYMENT);
    return found;
  }

  /** Whether something may be agreed by whoever has this that may not by whoever has the other. */
  public boolean goesFurtherThan(Authority other) {
    return leastDown < other.leastDown || mostInstalments > other.mostInstalments || longestDays > other.longestDays || deepestDiscount > other.deepestDiscount;
  }

  private static boolean isBelow(Money amount, int percent, Money of) {
    return isBelow(amount, percentOf(of, percent));
  }

  private static boolean isBelow(Money amount, Money other) {
    return amount.compareTo(other) < 0;
  }

  /** Whole minor units, cut off. */
  static Money percentOf(Money amount, int percent) {
    return new Money(Math.multiplyExact(amount.minor(), (long) percent) / 100, amount.currency());
  }
}
