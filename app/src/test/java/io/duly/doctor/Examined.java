package io.duly.doctor;

import io.duly.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;

/** What the doctor finds wrong with a database, for tests of others. */
public final class Examined {
  private Examined() {}

  /** A line for each check that found something; none where all is well. */
  public static List<String> complaints(TestDatabase database) {
    try (var owner = database.connectAsOwner()) {
      return Doctor.examine(owner, _ -> {}).stream()
          .filter(finding -> !finding.isHealthy())
          .map(finding -> finding.check() + ": " + finding.sample().orElse(""))
          .toList();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
