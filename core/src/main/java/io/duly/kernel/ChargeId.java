package io.duly.kernel;

import java.util.UUID;

/** Identifies a charge: what is owed beside the principal. */
public record ChargeId(UUID value) implements Id {

  /**
   * @throws IllegalArgumentException where {@code text} is not a UUID
   */
  public static ChargeId of(String text) {
    return new ChargeId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
