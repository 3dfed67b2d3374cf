package io.duly.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.duly.database.Database;
import io.duly.database.Login;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;

/** A database for a benchmark beside the real one, on the same server with the same settings; dropped at the end. */
public final class BenchDatabase implements AutoCloseable {
  private final Login real;
  private final Login owner;
  private final String name;
  private final HikariDataSource pool = new HikariDataSource();

  private BenchDatabase(Login real, Login owner, String name) {
    this.real = real;
    this.owner = owner;
    this.name = name;
  }

  /**
   * Makes it, and removes one that an interrupted benchmark of that name left.
   *
   * @param name as SQL text, never from outside
   * @param connections that the application may have at once, beside two of the benchmark's own
   */
  public static BenchDatabase beside(Login real, Path home, String name, int connections) throws SQLException {
    var url = real.url().replaceFirst("/[^/?]*(\\?|$)", "/" + name + "$1");
    var bench = new BenchDatabase(real, new Login(url, real.user(), real.password()), name);
    bench.server("drop database if exists " + name + " with (force)", "create database " + name);
    Database.open(Optional.of(bench.address()), home).close();
    bench.pool.setJdbcUrl(bench.owner.url());
    bench.pool.setUsername(bench.owner.user());
    bench.pool.setPassword(bench.owner.password());
    bench.pool.setConnectionInitSql("set role duly_app");
    bench.pool.setMaximumPoolSize(connections + 2);
    return bench;
  }

  /** A connection that may do anything. */
  public Connection owner() throws SQLException {
    return DriverManager.getConnection(owner.url(), owner.user(), owner.password());
  }

  /** Connections as the application has them. */
  public HikariDataSource application() {
    return pool;
  }

  /** What autovacuum does in its time, and a checkpoint, so that no run pays for what was before it. */
  public void settle() throws SQLException {
    try (var connection = owner();
        var statement = connection.createStatement()) {
      statement.execute("vacuum analyze");
      statement.execute("checkpoint");
    }
  }

  /** As {@code DULY_DATABASE_URL} would say it. */
  public String address() {
    return owner.url().replace("jdbc:postgresql://", "postgresql://" + owner.user() + ":" + owner.password() + "@");
  }

  private void server(String... statements) throws SQLException {
    try (var connection = DriverManager.getConnection(real.url(), real.user(), real.password());
        var statement = connection.createStatement()) {
      for (var sql : statements) {
        statement.execute(sql);
      }
    }
  }

  @Override
  public void close() throws SQLException {
    pool.close();
    server("drop database if exists " + name + " with (force)");
  }
}
