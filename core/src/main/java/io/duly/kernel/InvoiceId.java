package io.duly.kernel;

import java.util.UUID;

/** Identifies an invoice. */
public record InvoiceId(UUID value) implements Id {

  /**
   * Reads an id as {@link #toString} wrote it.
   *
   * @throws IllegalArgumentException where {@code text} is not a UUID
   */
  public static InvoiceId of(String text) {
    return new InvoiceId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
