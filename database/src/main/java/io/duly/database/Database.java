package io.duly.database;

import java.net.URI;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The database, ready to use: the embedded one, or an outside one; roles made, migrations run. */
public final class Database implements AutoCloseable {
  private final Optional<EmbeddedPostgres> embedded;
  private final Login owner;
  private final String name;

  private Database(Optional<EmbeddedPostgres> embedded, Login owner, String name) {
    this.embedded = embedded;
    this.owner = owner;
    this.name = name;
  }

  /**
   * Opens the database of an environment.
   *
   * @param outside a PostgreSQL 15 or newer as {@code postgresql://user:password@host:port/database} or
   *     {@code jdbc:postgresql:…}; empty for the embedded one
   * @param home Duly's data directory; the embedded server lives below it
   * @throws DatabaseUnavailable with what to do about it
   */
  public static Database open(Optional<String> outside, Path home) {
    return outside.map(Database::outside).orElseGet(() -> embedded(home, Map.of())).prepared();
  }

  /** Opens the embedded database below {@code home} with server settings beside the defaults. */
  public static Database openEmbedded(Path home, Map<String, String> settings) {
    return embedded(home, settings).prepared();
  }

  private static Database outside(String url) {
    return new Database(Optional.empty(), OutsideUrl.login(url), "");
  }

  private static Database embedded(Path home, Map<String, String> settings) {
    var server = EmbeddedPostgres.at(home.resolve("postgres"), settings);
    return new Database(Optional.of(server), server.owner("postgres"), "postgres");
  }

  /** How the application works in it: without the right to change what is append-only. */
  public Login app() {
    return embedded.map(server -> server.as(Roles.APP, name)).orElse(owner);
  }

  /** What each connection of the application says first. */
  public String connectionStart() {
    return embedded.isPresent() ? "set application_name = 'duly'" : "set role duly_app";
  }

  /** How the owner of the tables reaches it: for migrations and the doctor. */
  public Login owner() {
    return owner;
  }

  /** An address for {@code psql} that can only read. */
  public String readerUrl() {
    var login = embedded.map(server -> server.as(Roles.READER, name)).orElse(owner);
    var uri = URI.create(login.url().substring("jdbc:".length()));
    var plain = "postgresql://" + login.user() + ":" + login.password() + "@" + uri.getAuthority() + uri.getPath();
    return embedded.isPresent() ? plain : plain + "?options=-crole%3Dduly_reader";
  }

  private Database prepared() {
    try {
      requireVersion();
      Roles.ensure(owner);
      embedded.ifPresent(this::letRolesSignIn);
      migrate();
      return this;
    } catch (RuntimeException failed) {
      close();
      throw failed;
    }
  }

  private void requireVersion() {
    try (var connection = DriverManager.getConnection(owner.url(), owner.user(), owner.password())) {
      int version = connection.getMetaData().getDatabaseMajorVersion();
      if (version < 15) {
        throw new DatabaseUnavailable("Duly needs PostgreSQL 15 or newer; " + owner + " is version " + version + ".");
      }
    } catch (SQLException e) {
      throw new DatabaseUnavailable("No connection as " + owner + ": " + e.getMessage(), e);
    }
  }

  private void migrate() {
    try {
      Flyway.configure()
          .dataSource(owner.url(), owner.user(), owner.password())
          .locations("classpath:db/migration")
          .defaultSchema("public")
          .table("duly_migration")
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new DatabaseUnavailable("The database could not be brought to this version: " + e.getMessage(), e);
    }
  }

  private void letRolesSignIn(EmbeddedPostgres server) {
    try (var connection = DriverManager.getConnection(owner.url(), owner.user(), owner.password());
        var statement = connection.createStatement()) {
      statement.execute("select pg_advisory_lock(hashtext('duly roles'))");
      for (var role : new String[] {Roles.APP, Roles.READER}) {
        statement.execute("alter role " + role + " login password '" + server.as(role, name).password() + "'");
      }
    } catch (SQLException e) {
      throw new DatabaseUnavailable("The roles of the embedded database could not be set up", e);
    }
  }

  /** Leaves the database; the embedded server stops where nobody else uses it. */
  @Override
  public void close() {
    embedded.ifPresent(EmbeddedPostgres::close);
  }
}
