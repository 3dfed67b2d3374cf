package io.duly.testing;

import io.duly.database.Database;
import io.duly.database.EmbeddedPostgres;
import io.duly.database.Login;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** One embedded PostgreSQL for all tests of a JVM, of several that run beside each other each its own; without fsync, for tests need no durability. */
final class TestServer {
  private static final EmbeddedPostgres SERVER =
      EmbeddedPostgres.at(
          Path.of("target", "test-postgres-" + System.getProperty("duly.fork", "1")),
          Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off", "shared_buffers", "128MB"));
  private static final String TEMPLATE = "template_" + ProcessHandle.current().pid();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(SERVER::close));
    execute("drop database if exists " + TEMPLATE);
    execute("create database " + TEMPLATE);
    var login = owner(TEMPLATE);
    var url = login.url().replace("jdbc:postgresql://", "postgresql://" + login.user() + ":" + login.password() + "@");
    Database.open(Optional.of(url), Path.of("target/test-home")).close();
  }

  private TestServer() {}

  static String template() {
    return TEMPLATE;
  }

  static Login owner(String database) {
    return SERVER.owner(database);
  }

  static synchronized void execute(String sql) {
    var login = SERVER.owner("postgres");
    try (var connection = DriverManager.getConnection(login.url(), login.user(), login.password());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
