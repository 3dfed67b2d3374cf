package io.duly.journal;

import io.duly.kernel.CaseId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A line of the journal as it stands.
 *
 * @param seq its place in the case's chain, from 1
 * @param occurredAt when it happened
 * @param recordedAt when it was written down
 */
public record WrittenEntry(
    CaseId caseId,
    int seq,
    String kind,
    Instant occurredAt,
    Instant recordedAt,
    String actor,
    String summary,
    String body,
    Optional<Sha256> document,
    Sha256 prev,
    Sha256 hash) {
  private static final Duration FRESH = Duration.ofHours(24);

  /** Written down more than 24 hours after it happened (P21). */
  public boolean late() {
    return isLate(occurredAt, recordedAt);
  }

  static boolean isLate(Instant occurredAt, Instant recordedAt) {
    return Duration.between(occurredAt, recordedAt).compareTo(FRESH) > 0;
  }
}
