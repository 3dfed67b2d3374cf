package io.duly.plans;

/** What was asked for is no plan. */
public final class NoPlan extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** What is wrong with it. */
  public enum Why {
    NOTHING_OPEN,
    /** The first part is not below what is open, or not above zero. */
    DOWN_PAYMENT,
    /** Fewer than one instalment, more than {@value PlanTerms#MOST}, or more than there are cents. */
    COUNT,
    /** Before today, out of their order, or further away than {@value PlanTerms#MOST_YEARS} years. */
    DAYS,
    /** What was typed does not add up to what is open. */
    SUM
  }

  private final Why why;

  NoPlan(Why why) {
    super("No plan: " + why);
    this.why = why;
  }

  public Why why() {
    return why;
  }
}
