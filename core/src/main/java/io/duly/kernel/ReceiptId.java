package io.duly.kernel;

import java.util.UUID;

/** Identifies a receipt: money that arrived. */
public record ReceiptId(UUID value) implements Id {

  /**
   * Reads an id as {@link #toString} wrote it.
   *
   * @throws IllegalArgumentException where {@code text} is not a UUID
   */
  public static ReceiptId of(String text) {
    return new ReceiptId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
