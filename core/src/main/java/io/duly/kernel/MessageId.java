package io.duly.kernel;

import java.util.UUID;

/** Identifies a message: an outgoing contact being prepared. */
public record MessageId(UUID value) implements Id {

  /**
   * Reads an id as {@link #toString} wrote it.
   *
   * @throws IllegalArgumentException where {@code text} is not a UUID
   */
  public static MessageId of(String text) {
    return new MessageId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
