package io.duly.kernel;

import java.util.UUID;

/** Identifies a promise: an amount promised by a date. */
public record PromiseId(UUID value) implements Id {

  /**
   * Reads an id as {@link #toString} wrote it.
   *
   * @throws IllegalArgumentException where {@code text} is not a UUID
   */
  public static PromiseId of(String text) {
    return new PromiseId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
