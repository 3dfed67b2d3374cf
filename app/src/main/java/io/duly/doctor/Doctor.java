package io.duly.doctor;

import io.duly.database.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Runs the checks as the owner of the tables, who sees every row and right, on one moment of the data. */
@Component
public final class Doctor {
  private static final String BEFORE =
      """
      with last_finished as materialized (
        select day, started_at from cycle.day where finished_at is not null order by day desc limit 1),
      violation (sample) as (
      """;
  private static final String AFTER = ") select count(*), min(sample) from violation";

  private final Database database;

  Doctor(Database database) {
    this.database = database;
  }

  /**
   * Runs every check.
   *
   * @param afterEach told of each as soon as it is done
   * @return one finding per check, the healthy ones too, in the order of the invariants
   */
  public List<Finding> examine(Consumer<Finding> afterEach) throws SQLException {
    var owner = database.owner();
    try (var connection = DriverManager.getConnection(owner.url(), owner.user(), owner.password())) {
      connection.setAutoCommit(false);
      try (var statement = connection.createStatement()) {
        statement.execute("set transaction isolation level repeatable read, read only");
      }
      return examine(connection, afterEach);
    }
  }

  static List<Finding> examine(Connection tx, Consumer<Finding> afterEach) throws SQLException {
    prepare(tx);
    var findings = new ArrayList<Finding>();
    for (var check : Checks.all()) {
      var finding = run(tx, check);
      findings.add(finding);
      afterEach.accept(finding);
    }
    return findings;
  }

  /** Compiling these statements costs more than it saves, and their sorts are large. */
  private static void prepare(Connection tx) throws SQLException {
    try (var statement = tx.createStatement()) {
      statement.execute("set local jit = off");
      statement.execute("set local work_mem = '64MB'");
      statement.execute("set local search_path = pg_catalog");
    }
  }

  private static Finding run(Connection connection, Check check) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(BEFORE + check.sql() + AFTER)) {
      rows.next();
      var sample = Optional.ofNullable(rows.getString(2));
      return new Finding(check.id(), check.invariant(), check.title(), rows.getLong(1), sample);
    } catch (SQLException e) {
      throw new SQLException("Check " + check.id() + " could not be run: " + e.getMessage(), e.getSQLState(), e);
    }
  }
}
