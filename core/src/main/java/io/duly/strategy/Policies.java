package io.duly.strategy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The policies that come with Duly. */
public final class Policies {
  private static final List<String> NAMES = List.of("gentle", "standard", "firm");

  private Policies() {}

  /** By name, from the gentlest to the firmest. */
  public static Map<String, Policy> shipped() {
    var policies = new LinkedHashMap<String, Policy>();
    NAMES.forEach(name -> policies.put(name, PolicyReader.read(text(name))));
    return Collections.unmodifiableMap(policies);
  }

  /**
   * One of them.
   *
   * @throws IllegalArgumentException where none of that name is shipped
   */
  public static Policy shipped(String name) {
    return PolicyReader.read(text(name));
  }

  /** The YAML of a shipped policy, to begin one's own from. */
  public static String text(String name) {
    try (InputStream file = Policies.class.getResourceAsStream(name + ".yaml")) {
      if (file == null) {
        throw new IllegalArgumentException(
            "No policy \"" + name + "\" is shipped; there are " + NAMES);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("The shipped policy " + name + " cannot be read", unreadable);
    }
  }
}
