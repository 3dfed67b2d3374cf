package io.duly.talk;

import java.util.Locale;

/** Why something is expected to be said. */
public enum Because {
  DISPUTE_OPEN,
  SAID_UNCHECKED,
  SAID_CONFIRMED,
  SAID_REFUTED,
  PROMISES_BROKEN,
  MONEY_UNALLOCATED,
  /** Often said in a first talk. */
  USUAL;

  /** As texts are keyed by it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
