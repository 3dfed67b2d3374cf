package io.duly.plans;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/**
 * Whether a debtor who offers something without a person on the other side gets a yes at once. Where not, a person looks at it.
 *
 * @param authority the creditor's limits for debtors alone
 * @param agreedBefore something is agreed that still runs, or was broken within a year
 * @param held a hold asks for a person's eyes
 */
public record Alone(Authority authority, boolean agreedBefore, boolean held) {
  /** The first payment is not further away: who begins late begins with a talk. */
  public static final int FIRST_WITHIN = 31;

  /** Why a person is asked. */
  public enum Why {
    /** It goes further than debtors may alone. */
    LIMITS,
    BEGINS_LATE,
    AGREED_BEFORE,
    HELD
  }

  /** Nothing where the answer is yes at once. */
  public Set<Why> asks(Offer offer, LocalDate today) {
    var why = EnumSet.noneOf(Why.class);
    if (!authority.beyond(offer, today).isEmpty()) {
      why.add(Why.LIMITS);
    }
    if (offer.plan().instalments().getFirst().dueOn().isAfter(today.plusDays(FIRST_WITHIN))) {
      why.add(Why.BEGINS_LATE);
    }
    if (agreedBefore) {
      why.add(Why.AGREED_BEFORE);
    }
    if (held) {
      why.add(Why.HELD);
    }
    return why;
  }
}
