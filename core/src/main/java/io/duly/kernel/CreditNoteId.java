package io.duly.kernel;

import java.util.UUID;

/** Identifies a credit note: what reduces one or more invoices. */
public record CreditNoteId(UUID value) implements Id {

  /**
   * @throws IllegalArgumentException where {@code text} is not a UUID
   */
  public static CreditNoteId of(String text) {
    return new CreditNoteId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
