package io.duly.correspondence;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.duly.rules.contact.ContactFacts;
import io.duly.rules.contact.MayContact;
import io.duly.rules.contact.Purpose;
import io.duly.rules.contact.Reach;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * From when on somebody may be contacted. What was found is kept: while the same is known of a debtor, it stays true until
 * the instant that was found, and a worklist asks for the same debtors again and again.
 */
final class NextAllowed {
  private static final int KEPT = 20_000;
  private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

  private final MayContact packs;
  private final Cache<Question, Found> known = Caffeine.newBuilder().maximumSize(KEPT).expireAfterAccess(FORGOTTEN_AFTER).build();

  NextAllowed(MayContact packs) {
    this.packs = packs;
  }

  private record Question(ContactFacts facts, Reach reach, Purpose purpose) {}

  /** @param from the instant at which it was asked */
  private record Found(Instant from, Optional<Instant> next) {
    boolean holdsAt(Instant at) {
      return !at.isBefore(from) && (next.isEmpty() || !at.isAfter(next.get()));
    }
  }

  Optional<Instant> of(ContactFacts facts, Reach reach, Purpose purpose, Instant at) {
    var question = new Question(facts, reach, purpose);
    var found = known.getIfPresent(question);
    if (found == null || !found.holdsAt(at)) {
      found = new Found(at, packs.earliest(facts, reach, purpose, at));
      known.put(question, found);
    }
    return found.next();
  }
}
