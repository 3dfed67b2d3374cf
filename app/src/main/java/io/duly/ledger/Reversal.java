package io.duly.ledger;

import io.duly.kernel.PostingId;
import java.time.LocalDate;

/**
 * Undoes a posting whole; the posting stays and its opposite is added.
 *
 * @param reversed what is undone; it may be undone once, and is not itself a reversal
 * @param effectiveOn not before the day of what it undoes
 */
public record Reversal(PostingId id, PostingId reversed, LocalDate effectiveOn, String actor, String why) {

  public Reversal {
    if (why.isBlank()) {
      throw new IllegalArgumentException("A reversal must say why");
    }
  }
}
