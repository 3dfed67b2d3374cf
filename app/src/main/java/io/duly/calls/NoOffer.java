package io.duly.calls;

import io.duly.plans.NoPlan;
import java.util.Locale;

/** What was typed is no way of paying. */
public final class NoOffer extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** What is wrong with it. */
  public enum Why {
    NOTHING_OPEN,
    /** Not above zero, or more than is asked for. */
    AMOUNT,
    /** Too few instalments, too many, or more than there are cents. */
    COUNT,
    /** Before today, out of their order, or too far away. */
    DAYS,
    /** What was typed day by day does not make what is asked for. */
    SUM,
    /** A line has no day and amount. */
    LINE,
    /** Nothing on record says why the whole will hardly be recovered. */
    GROUND
  }

  private final Why why;

  NoOffer(Why why) {
    super("No offer: " + why);
    this.why = why;
  }

  static NoOffer of(NoPlan no) {
    return new NoOffer(
        switch (no.why()) {
          case NOTHING_OPEN -> Why.NOTHING_OPEN;
          case DOWN_PAYMENT -> Why.AMOUNT;
          case COUNT -> Why.COUNT;
          case DAYS -> Why.DAYS;
          case SUM -> Why.SUM;
        });
  }

  /** As texts are keyed by it. */
  public String word() {
    return why.name().toLowerCase(Locale.ROOT);
  }
}
