package io.duly.approvals;

import java.util.Locale;

/** What needs a second person. */
public enum Kind {
  /** The accounts that a creditor's debtors are told to pay to: another one is the classic fraud. */
  PAY_TO,
  /** Who is made a manager or an administrator, and so may be the second person themself. */
  ROLE,
  /** A manager or an administrator who was shut out comes back. */
  RETURN,
  /** Limits of what may be agreed that go further than those of managers did: nobody gives themself more alone. */
  LIMITS,
  /** What was offered to a debtor and goes further than who offered it may. */
  OFFER;

  /** As the database and the texts of pages spell it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Kind of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** Whether it is about somebody's rights. */
  public boolean isOfPeople() {
    return this == ROLE || this == RETURN;
  }
}
