package io.duly.identity.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** How often each token may ask, on this node: so many requests a minute, which may also come at once. */
final class Pace {
  private static final int KEPT = 10_000;

  private final int perMinute;
  private final Cache<UUID, Bucket> buckets = Caffeine.newBuilder().maximumSize(KEPT).expireAfterAccess(Duration.ofMinutes(10)).build();

  /** @param perMinute requests, &gt; 0 */
  Pace(int perMinute) {
    this.perMinute = perMinute;
  }

  /** In how many seconds it may ask again; empty where it may now. */
  Optional<Long> waitOf(UUID token) {
    var probe = buckets.get(token, _ -> bucket()).tryConsumeAndReturnRemaining(1);
    return probe.isConsumed() ? Optional.empty() : Optional.of(Math.max(1, Duration.ofNanos(probe.getNanosToWaitForRefill()).plusMillis(999).toSeconds()));
  }

  private Bucket bucket() {
    return Bucket.builder().addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1))).build();
  }
}
