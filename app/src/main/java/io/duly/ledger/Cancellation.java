package io.duly.ledger;

import io.duly.kernel.ChargeId;
import io.duly.kernel.PostingId;
import java.time.LocalDate;

/**
 * Takes back a charge that was wrong, whole. What was paid on it is reversed before.
 *
 * @param effectiveOn not before the charge was posted
 */
public record Cancellation(PostingId id, ChargeId charge, LocalDate effectiveOn, String actor, String why) {

  public Cancellation {
    if (why.isBlank()) {
      throw new IllegalArgumentException("A cancellation must say why");
    }
  }
}
