package io.duly.journal;

import io.duly.kernel.CaseId;
import java.time.Instant;
import java.util.Optional;

/**
 * An entry that holds the words that were searched, itself or in its document.
 *
 * @param seq its place in the case's chain
 * @param document the name of its document
 * @param excerpt where the words stand, as plain text: escape it where it is shown
 */
public record Found(
    CaseId caseId,
    int seq,
    String kind,
    Instant occurredAt,
    Instant recordedAt,
    String actor,
    String summary,
    Optional<String> document,
    String excerpt) {

  /** Written down more than 24 hours after it happened (P21). */
  public boolean late() {
    return WrittenEntry.isLate(occurredAt, recordedAt);
  }
}
