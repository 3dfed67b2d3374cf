package io.duly.desk.worklist;

import java.util.Optional;
import java.util.UUID;

/**
 * Where a page of a list begins: after this line. The list is read on from there, so that a deep page costs no more than
 * the first.
 *
 * @param place the line's place in the order
 * @param id the case, for lines of the same place
 */
public record Position(long place, UUID id) {

  /** Reads what {@link #toString} wrote; empty for anything else. */
  public static Optional<Position> of(String text) {
    int dot = text.indexOf('.');
    try {
      return dot < 0
          ? Optional.empty()
          : Optional.of(new Position(Long.parseLong(text.substring(0, dot)), UUID.fromString(text.substring(dot + 1))));
    } catch (IllegalArgumentException notAPosition) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return place + "." + id;
  }
}
