package io.duly.einvoice.model;

import java.util.Optional;

/** Whom to ask at a party. */
public record Contact(Optional<String> name, Optional<String> phone, Optional<String> email) {
  public static final Contact NONE = new Contact(Optional.empty(), Optional.empty(), Optional.empty());
}
