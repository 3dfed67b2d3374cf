package io.duly.kernel;

import java.util.UUID;

/** Identifies a case: the recovery of what one debtor owes one creditor in one currency. */
public record CaseId(UUID value) implements Id {

  /**
   * Reads an id as {@link #toString} wrote it.
   *
   * @throws IllegalArgumentException where {@code text} is not a UUID
   */
  public static CaseId of(String text) {
    return new CaseId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
