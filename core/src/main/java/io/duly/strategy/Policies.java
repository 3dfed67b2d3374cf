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
  private static final List<String> VERSIONS = List.of("", "-2", "-3");
  private static final String LATEST = VERSIONS.getLast();

  private Policies() {}

  /** Each version of each: what was decided by an earlier one is told and replayed by it, so none is changed or taken away. */
  public static List<Policy> all() {
    return VERSIONS.stream()
        .flatMap(version -> NAMES.stream().map(name -> name + version))
        .map(name -> PolicyReader.read(file(name)))
        .toList();
  }

  /** The latest of each by name, from the gentlest to the firmest. */
  public static Map<String, Policy> shipped() {
    var policies = new LinkedHashMap<String, Policy>();
    NAMES.forEach(name -> policies.put(name, PolicyReader.read(text(name))));
    return Collections.unmodifiableMap(policies);
  }

  /**
   * The latest version of one of them.
   *
   * @throws IllegalArgumentException where none of that name is shipped
   */
  public static Policy shipped(String name) {
    return PolicyReader.read(text(name));
  }

  /** The YAML of a shipped policy, to begin one's own from. */
  public static String text(String name) {
    return file(name + LATEST);
  }

  private static String file(String name) {
    try (InputStream file = Policies.class.getResourceAsStream(name + ".yaml")) {
      if (file == null) {
        throw new IllegalArgumentException(
            "No policy \"" + name.replace(LATEST, "") + "\" is shipped; there are " + NAMES);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("The shipped policy " + name + " cannot be read", unreadable);
    }
  }
}
