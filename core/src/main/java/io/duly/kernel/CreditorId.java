package io.duly.kernel;

import java.util.UUID;

/** Identifies a creditor: to whom money is owed. */
public record CreditorId(UUID value) implements Id {

  /**
   * Reads an id as {@link #toString} wrote it.
   *
   * @throws IllegalArgumentException where {@code text} is not a UUID
   */
  public static CreditorId of(String text) {
    return new CreditorId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
