package io.duly.desk.outbox;

import java.util.Optional;
import java.util.UUID;

/**
 * Which part of the outbox is looked at.
 *
 * @param creditor empty for every creditor within the person's scope
 * @param after where the page begins; empty for the beginning
 */
public record View(Shelf shelf, Optional<UUID> creditor, Optional<Place> after) {

  public String addressOf(Shelf other) {
    return new View(other, creditor, Optional.empty()).address();
  }

  public String addressAfter(Place place) {
    return new View(shelf, creditor, Optional.of(place)).address();
  }

  private String address() {
    return "/outbox?show=" + shelf.code() + creditor.map(id -> "&creditor=" + id).orElse("") + after.map(place -> "&after=" + place).orElse("");
  }
}
