package io.duly.desk.outbox;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;

/** Where in the order of a shelf a message stands. */
public record Place(LocalDate day, UUID id) {

  /** Reads what {@link #toString} wrote; empty for anything else. */
  public static Optional<Place> of(String text) {
    int dot = text.indexOf('.');
    try {
      return dot < 0 ? Optional.empty() : Optional.of(new Place(LocalDate.parse(text.substring(0, dot)), UUID.fromString(text.substring(dot + 1))));
    } catch (DateTimeParseException | IllegalArgumentException notAPlace) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return day + "." + id;
  }
}
