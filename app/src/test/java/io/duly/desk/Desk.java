package io.duly.desk;

import io.duly.correspondence.sending.MailRoom;
import io.duly.identity.People;
import io.duly.identity.Role;
import io.duly.kernel.CreditorId;
import io.duly.testing.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ConfigurableApplicationContext;

/** The desk over the speaking portfolio, served on a free port. */
final class Desk implements AutoCloseable {
  /** Monday morning after the portfolio's Friday. */
  static final Instant MONDAY = Instant.parse("2026-11-23T10:00:00Z");

  final TestDatabase database = TestDatabase.fresh();
  final ConfigurableApplicationContext application;
  final Portfolio portfolio;

  /** @param properties as {@code name=value} */
  Desk(String... properties) {
    application = database.server(properties);
    portfolio = Portfolio.in(application);
  }

  /** At another time, which goes on from there. */
  Desk(Instant now, String... properties) {
    application = database.serverAt(Clock.offset(Clock.system(ZoneId.systemDefault()), Duration.between(Instant.now(), now)), properties);
    portfolio = Portfolio.in(application);
  }

  /** At another time, with a mail server that messages are really handed to. */
  Desk(Instant now, MailRoom mail, String... properties) {
    application = database.serverAt(Clock.offset(Clock.system(ZoneId.systemDefault()), Duration.between(Instant.now(), now)), mail, properties);
    portfolio = Portfolio.in(application);
  }

  String url() {
    return "http://127.0.0.1:" + application.getEnvironment().getRequiredProperty("local.server.port");
  }

  private Desk(Clock clock, List<String> properties) {
    application = database.serverAt(clock, properties.toArray(String[]::new));
    portfolio = Portfolio.none(application);
  }

  /** By a clock that somebody moves. */
  static Desk at(Clock clock, String... properties) {
    return new Desk(clock, properties);
  }

  private Desk(Clock clock, String[] properties) {
    application = database.serverAt(clock, properties);
    portfolio = Portfolio.in(application);
  }

  /** Over a database in which nobody has done anything yet, by a clock that somebody moves. */
  static Desk blank(Clock clock, String... properties) {
    return new Desk(clock, List.of(properties));
  }

  private Desk(Clock clock, MailRoom mail, String... properties) {
    application = database.serverAt(clock, mail, properties);
    portfolio = Portfolio.none(application);
  }

  /** The same, with a mail server that messages are really handed to. */
  static Desk blank(Clock clock, MailRoom mail, String... properties) {
    return new Desk(clock, mail, properties);
  }

  /** A person and their password. */
  People.Admitted person(String login, Role role, CreditorId... creditors) {
    var scope = creditors.length == 0 ? Optional.<List<CreditorId>>empty() : Optional.of(List.of(creditors));
    return application.getBean(People.class).admit(login, login.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + login.substring(1), role, scope);
  }

  @Override
  public void close() {
    application.close();
    database.close();
  }
}
