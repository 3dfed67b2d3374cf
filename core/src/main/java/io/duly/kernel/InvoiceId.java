package io.duly.kernel;

import java.util.UUID;

/** Identifies a invoice: one invoice. */
public record InvoiceId(UUID value) implements Id {

  /** @throws IllegalArgumentException where {@code text} is not a UUID */
  public static InvoiceId of(String text) {
    return new InvoiceId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
