package io.duly.webhooks;

import io.duly.kernel.CreditorId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An address that is told what happens.
 *
 * @param kinds of lines of the journal; empty for all
 * @param creditors whose cases; empty for all that its person sees
 * @param failures since the last that was taken
 * @param paused why nothing is sent for the time being: {@code failing} or {@code person}
 * @param ended why it is over: {@code person}, {@code gone} (the receiver said so), {@code owner} (its person may no longer) or {@code forgotten}
 * @param waiting how many events it was not told of yet
 */
public record Webhook(
    UUID id, String name, String url, Optional<List<String>> kinds, Optional<List<CreditorId>> creditors, Instant madeAt, int failures, Optional<Instant> lastTaken,
    Optional<String> paused, Optional<Instant> pausedAt, Optional<String> ended, int waiting) {

  /** It asks for a person: it is paused because it fails. */
  public boolean isInTrouble() {
    return ended.isEmpty() && paused.filter("failing"::equals).isPresent();
  }
}
