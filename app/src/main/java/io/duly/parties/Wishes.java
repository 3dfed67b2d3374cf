package io.duly.parties;

import io.duly.strategy.Channel;
import java.util.Optional;
import java.util.Set;

/**
 * How a contact person wants to be reached, and how not. Honoured in every queue.
 *
 * @param refused channels that are not used for this person any more
 * @param notAtWork do not phone at work
 * @param words anything else, as they said it
 */
public record Wishes(Set<Channel> refused, boolean notAtWork, Optional<String> words) {
  public static final Wishes NONE = new Wishes(Set.of(), false, Optional.empty());

  public Wishes {
    refused = Set.copyOf(refused);
  }
}
