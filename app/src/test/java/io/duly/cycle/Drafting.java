package io.duly.cycle;

import io.duly.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;

/** Runs the daily cycle over a database, for tests of what comes after it. */
public final class Drafting {
  private Drafting() {}

  public static RunReport run(TestDatabase database, LocalDate day) {
    try {
      var home = Files.createTempDirectory("duly-home");
      try (var hand = new ByHand(Night.jdbc(database), home, 1, 500)) {
        return hand.cycle.run(day);
      } finally {
        Files.deleteIfExists(home);
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The address for a plain driver. */
  public static String jdbc(TestDatabase database) {
    return Night.jdbc(database);
  }
}
