package io.duly.agreements;

import io.duly.plans.Offer;
import io.duly.plans.OnMiss;
import java.util.Optional;

/**
 * What two sides agreed in more than one payment, or below the debt.
 *
 * @param offer about all that is owed, without what is contested
 * @param graceDays after an instalment's day, before it is missed: 0 to {@value #MOST_GRACE}
 * @param ownWords how the debtor said it
 */
public record Agreed(Offer offer, OnMiss onMiss, int graceDays, PaidBy paidBy, Optional<String> ownWords) {
  /** A month at most. */
  public static final int MOST_GRACE = 31;

  /** The days of grace where nothing else was agreed: a bank needs one, and a weekend two. */
  public static final int USUAL_GRACE = 3;

  public Agreed {
    if (graceDays < 0 || graceDays > MOST_GRACE) {
      throw new IllegalArgumentException("Grace is 0 to " + MOST_GRACE + " days, not " + graceDays + ".");
    }
  }

  /** On usual terms: by transfer, one grace. */
  public static Agreed usual(Offer offer) {
    return new Agreed(offer, OnMiss.ONE_GRACE, USUAL_GRACE, PaidBy.TRANSFER, Optional.empty());
  }
}
