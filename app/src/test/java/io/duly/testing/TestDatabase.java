package io.duly.testing;

import io.duly.DulyApplication;
import io.duly.database.Database;
import io.duly.database.Login;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** A database of its own for a test class, cloned from one that was migrated once; dropped at the end. */
public final class TestDatabase implements AutoCloseable {
  private final Login owner;
  private final String name;

  private TestDatabase(Login owner, String name) {
    this.owner = owner;
    this.name = name;
  }

  public static TestDatabase fresh() {
    var name = "test_" + UUID.randomUUID().toString().replace("-", "");
    TestServer.execute("create database " + name + " template " + TestServer.template() + " strategy file_copy");
    return new TestDatabase(TestServer.owner(name), name);
  }

  /** Its address, for an application that uses it as an outside database. */
  public String url() {
    return owner.url().replace("jdbc:postgresql://", "postgresql://" + owner.user() + ":" + owner.password() + "@");
  }

  /** A connection with the application's rights. */
  public Connection connect() throws SQLException {
    var connection = connectAsOwner();
    try (var statement = connection.createStatement()) {
      statement.execute("set role duly_app");
    }
    return connection;
  }

  /** A connection that may do anything, for looking and for breaking things on purpose. */
  public Connection connectAsOwner() throws SQLException {
    return DriverManager.getConnection(owner.url(), owner.user(), owner.password());
  }

  /** Runs statements as the owner. */
  public void execute(String... statements) {
    try (var connection = connectAsOwner();
        var statement = connection.createStatement()) {
      for (var sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Asks as the owner; close the context's connection with the test. */
  public <T> T ask(java.util.function.Function<DSLContext, T> question) {
    try (var connection = connectAsOwner()) {
      return question.apply(DSL.using(connection, SQLDialect.POSTGRES));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The application over this database, without pages. */
  public ConfigurableApplicationContext application(String... properties) {
    return start(WebApplicationType.NONE, properties);
  }

  /** The application over this database with its pages on a free port (property {@code local.server.port}). */
  public ConfigurableApplicationContext server(String... properties) {
    return start(WebApplicationType.SERVLET, properties);
  }

  /** The same at another time. */
  public ConfigurableApplicationContext serverAt(Clock clock, String... properties) {
    return start(WebApplicationType.SERVLET, Optional.of(clock), properties);
  }

  /** The same with something of its own, such as another way to send by. */
  public ConfigurableApplicationContext serverAt(Clock clock, ApplicationContextInitializer<ConfigurableApplicationContext> own, String... properties) {
    return start(url(), WebApplicationType.SERVLET, Optional.of(clock), own, properties);
  }

  /** Its migrated database server and home, opened as the application does. */
  public Database open() {
    return Database.open(Optional.of(url()), java.nio.file.Path.of("target/test-home"));
  }

  private ConfigurableApplicationContext start(WebApplicationType type, String... properties) {
    return start(type, Optional.empty(), properties);
  }

  private ConfigurableApplicationContext start(WebApplicationType type, Optional<Clock> clock, String... properties) {
    return start(url(), type, clock, properties);
  }

  /** The application over a database of this address; for processes of their own. */
  public static ConfigurableApplicationContext start(String url, WebApplicationType type, Optional<Clock> clock, String... properties) {
    return start(url, type, clock, _ -> {}, properties);
  }

  private static ConfigurableApplicationContext start(
      String url, WebApplicationType type, Optional<Clock> clock, ApplicationContextInitializer<ConfigurableApplicationContext> own, String... properties) {
    var arguments =
        Stream.concat(
            Stream.of("duly.database-url=" + url, "duly.home=target/test-home", Stream.of(properties).anyMatch(one -> one.startsWith("server.port=")) ? "test=true" : "server.port=0"),
            Arrays.stream(properties));
    return new SpringApplicationBuilder(DulyApplication.class)
        .web(type)
        .bannerMode(Banner.Mode.OFF)
        .logStartupInfo(false)
        .lazyInitialization(type == WebApplicationType.NONE)
        .initializers(context -> clock.ifPresent(now -> ((GenericApplicationContext) context)
            .registerBean("testClock", Clock.class, () -> now, bean -> bean.setPrimary(true))), own)
        .run(arguments.map(property -> "--" + property).toArray(String[]::new));
  }

  @Override
  public void close() {
    TestServer.execute("drop database if exists " + name + " with (force)");
  }
}
