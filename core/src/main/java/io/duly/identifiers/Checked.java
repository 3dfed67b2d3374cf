package io.duly.identifiers;

import java.util.Optional;

/**
 * What looking at a number gave.
 *
 * @param normal in the one way in which it is stored: capitals without blanks and punctuation; as given, but for blanks around,
 *     where it is wrong
 * @param wrong what is wrong with it, as a sentence goes on: "has a wrong check digit"
 */
public record Checked(String normal, Optional<String> wrong) {
  static final String CHECK_DIGIT = "has a wrong check digit";

  static Checked good(String normal) {
    return new Checked(normal, Optional.empty());
  }

  static Checked bad(String given, String wrong) {
    return new Checked(given.strip(), Optional.of(wrong));
  }

  public boolean holds() {
    return wrong.isEmpty();
  }

  /** Empty where it is wrong. */
  public Optional<String> held() {
    return holds() ? Optional.of(normal) : Optional.empty();
  }
}
