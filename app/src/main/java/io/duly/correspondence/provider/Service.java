package io.duly.correspondence.provider;

import java.util.Locale;
import java.util.Set;

/** What a provider delivers. */
@SuppressWarnings("ImmutableEnumChecker") // its sets are made by Set.of
public enum Service {
  SMS(Set.of("key", "to", "digits", "from", "text")),
  LETTER(Set.of("key", "recipient", "name", "street", "postalCode", "city", "country", "fileName", "file"));

  private final Set<String> words;

  Service(Set<String> words) {
    this.words = words;
  }

  /** What stands in braces in a shape of it. */
  Set<String> words() {
    return words;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
