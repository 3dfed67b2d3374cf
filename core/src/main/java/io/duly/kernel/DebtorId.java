package io.duly.kernel;

import java.util.UUID;

/** Identifies a debtor: who owes. */
public record DebtorId(UUID value) implements Id {

  /**
   * Reads an id as {@link #toString} wrote it.
   *
   * @throws IllegalArgumentException where {@code text} is not a UUID
   */
  public static DebtorId of(String text) {
    return new DebtorId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
