package io.duly.journal;

import io.duly.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Connections with the application's rights. */
final class AppDataSource extends AbstractDataSource {
  private final TestDatabase database;

  AppDataSource(TestDatabase database) {
    this.database = database;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return database.connect();
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return getConnection();
  }
}
