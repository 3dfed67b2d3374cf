package io.duly.cycle;

import com.zaxxer.hikari.HikariDataSource;
import io.duly.database.Database;
import io.duly.database.Login;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;

/** A database for a benchmark beside the real one, on the same server with the same settings; dropped at the end. */
final class BenchDatabase implements AutoCloseable {
  private static final String NAME = "duly_bench_cycle";

  private final Login real;
  private final Login owner;
  private final HikariDataSource pool = new HikariDataSource();

  private BenchDatabase(Login real, Login owner) {
    this.real = real;
    this.owner = owner;
  }

  static BenchDatabase beside(Login real, Path home, int connections) throws SQLException {
    var bench = new BenchDatabase(real, new Login(real.url().replaceFirst("/[^/?]*(\\?|$)", "/" + NAME + "$1"), real.user(), real.password()));
    bench.server("drop database if exists " + NAME + " with (force)", "create database " + NAME);
    Database.open(Optional.of(bench.address()), home).close();
    bench.pool.setJdbcUrl(bench.owner.url());
    bench.pool.setUsername(bench.owner.user());
    bench.pool.setPassword(bench.owner.password());
    bench.pool.setConnectionInitSql("set role duly_app");
    bench.pool.setMaximumPoolSize(connections + 2);
    return bench;
  }

  /** A connection that may do anything. */
  Connection owner() throws SQLException {
    return DriverManager.getConnection(owner.url(), owner.user(), owner.password());
  }

  /** Connections as the application has them. */
  HikariDataSource application() {
    return pool;
  }

  /** What autovacuum does in its time, and a checkpoint, so that no run pays for what was before it. */
  void settle() throws SQLException {
    try (var connection = owner();
        var statement = connection.createStatement()) {
      statement.execute("vacuum analyze");
      statement.execute("checkpoint");
    }
  }

  private String address() {
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
    server("drop database if exists " + NAME + " with (force)");
  }
}
