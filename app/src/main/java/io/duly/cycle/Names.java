package io.duly.cycle;

import java.util.Locale;

/** How constants are called in tables and files: in lower case. */
final class Names {
  private Names() {}

  static String of(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
