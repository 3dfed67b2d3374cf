package io.duly.plans;

import io.duly.kernel.Money;
import java.util.Locale;

/**
 * One way out of a debt (P27).
 *
 * @param owed today, before anything is forgiven
 * @param plan who pays what when
 */
public record Offer(Kind kind, Money owed, Plan plan) {

  /** The kinds, the best for the creditor first. */
  public enum Kind {
    ALL_TODAY,
    BY_DATE,
    PART_AND_REST,
    INSTALMENTS,
    /** Below the debt, in full and final satisfaction if paid by its day (P29). */
    SETTLEMENT
  }

  /** @throws IllegalArgumentException where a plan that is no settlement is not about all that is owed */
  public Offer {
    boolean all = plan.debt().equals(owed);
    if (kind == Kind.SETTLEMENT ? plan.debt().compareTo(owed) >= 0 : !all) {
      throw new IllegalArgumentException("An offer is about all that is owed, a settlement about less: " + kind + " of " + plan.debt() + " for " + owed);
    }
  }

  /** What it is called where options are refused one by one: its kind, and of instalments how many they are, such as {@code instalments_3}. */
  public String word() {
    var word = kind.name().toLowerCase(Locale.ROOT);
    return kind == Kind.INSTALMENTS ? word + "_" + plan.instalments().size() : word;
  }

  /** What a settlement lets go; zero for the others. */
  public Money forgiven() {
    return owed.minus(plan.debt());
  }
}
