package io.duly.journal;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A connection that only reads, and sees the database as of one moment. */
record Snapshot(Connection connection) implements AutoCloseable {

  static Snapshot begin(DataSource database) throws SQLException {
    var connection = database.getConnection();
    connection.setAutoCommit(false);
    execute(connection, "set transaction isolation level repeatable read, read only");
    return new Snapshot(connection);
  }

  /** Another connection that sees the same moment. */
  Snapshot another(DataSource database) throws SQLException {
    var other = begin(database);
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("select pg_export_snapshot()")) {
      rows.next();
      execute(other.connection, "set transaction snapshot '" + rows.getString(1) + "'");
      return other;
    } catch (SQLException failed) {
      other.close();
      throw failed;
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.rollback();
    connection.setAutoCommit(true);
    connection.close();
  }
}
