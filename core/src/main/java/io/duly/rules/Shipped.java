package io.duly.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The files that lie beside this package. */
final class Shipped {
  private Shipped() {}

  static String text(String name) {
    try (InputStream file = Shipped.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalArgumentException("No file \"" + name + "\" is shipped with the rules");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("The shipped file " + name + " cannot be read", unreadable);
    }
  }
}
