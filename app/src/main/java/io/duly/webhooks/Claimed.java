package io.duly.webhooks;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An event that this node sends now, and no other.
 *
 * @param secrets by which it is signed: the present one, and the one before while that is good
 * @param about empty for a test
 * @param firstFailed when its first attempt failed
 */
record Claimed(UUID id, UUID webhook, String url, List<SigningSecret> secrets, String kind, Instant occurredAt, Optional<About> about, int attempts, Optional<Instant> firstFailed) {
  /** What it is about. */
  record About(UUID creditor, UUID recovery, long number, int seq) {}
}
