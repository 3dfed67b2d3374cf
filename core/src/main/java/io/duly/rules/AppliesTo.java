package io.duly.rules;

/** To whom a rule applies. */
public enum AppliesTo {
  BUSINESS,
  CONSUMER,
  EVERYBODY;

  /** Whether the rule holds; a debtor of unknown kind has the protection of a consumer. */
  public boolean covers(Dealing dealing) {
    return switch (this) {
      case EVERYBODY -> true;
      case BUSINESS -> dealing == Dealing.BUSINESS;
      case CONSUMER -> dealing != Dealing.BUSINESS;
    };
  }
}
