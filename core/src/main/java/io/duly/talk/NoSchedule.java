package io.duly.talk;

/** What was asked for cannot be paid so. */
public final class NoSchedule extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** What is wrong with it. */
  public enum Why {
    NOTHING_OPEN,
    /** More than is open, or not above zero. */
    AMOUNT,
    /** Before today, or more than two years ahead. */
    DAY,
    /** The rest would be due before the first part. */
    ORDER,
    /** Fewer than two instalments, more than {@value Schedule#MOST_PARTS}, or more than there are cents. */
    COUNT,
    NO_BANK_DAY
  }

  private final Why why;

  NoSchedule(Why why) {
    super("No schedule: " + why);
    this.why = why;
  }

  public Why why() {
    return why;
  }
}
