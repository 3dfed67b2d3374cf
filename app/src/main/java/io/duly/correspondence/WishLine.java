package io.duly.correspondence;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A wish as it was written down.
 *
 * @param kind {@code stop}, {@code represented}, {@code inconvenient}, {@code consent} or {@code zone}
 * @param sentence what it comes to
 * @param words as the debtor said it
 * @param channel of a stop or consent, in small letters
 * @param place of a stop: {@code home}, {@code work}, {@code mobile}
 * @param address of a stop
 * @param representative who speaks for the debtor
 * @param recordedBy the actor
 * @param endedAt when it was taken back
 */
public record WishLine(
    UUID id,
    String kind,
    String sentence,
    String words,
    Optional<String> channel,
    Optional<String> place,
    Optional<String> address,
    Optional<String> representative,
    Instant received,
    String recordedBy,
    Optional<Instant> endedAt,
    Optional<String> endedWhy) {

  public boolean isInForce() {
    return endedAt.isEmpty();
  }
}
