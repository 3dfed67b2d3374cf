package io.duly.kernel;

import java.util.UUID;

/** Identifies a posting: one change of what is open on an invoice or a charge. */
public record PostingId(UUID value) implements Id {

  /**
   * @throws IllegalArgumentException where {@code text} is not a UUID
   */
  public static PostingId of(String text) {
    return new PostingId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
