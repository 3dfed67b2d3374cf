package io.duly.desk;

import io.duly.correspondence.sending.Dispatcher;
import io.duly.correspondence.sending.MailRoom;
import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A desk with a portal and a mail server, and debtors who come by the link of a message. */
final class DebtorsDoor implements AutoCloseable {
  static final String PORTAL = "http://portal.example/";
  private static final Pattern LINK = Pattern.compile(Pattern.quote(PORTAL) + "(d/[A-Za-z0-9_-]{24})");
  private static final Pattern CODE = Pattern.compile("(\\d{3}) (\\d{3})");

  final MailRoom mail;
  final Desk desk;

  /** @param properties beside those that every one has */
  DebtorsDoor(String... properties) {
    this(new MailRoom(), properties);
  }

  /** With other ways beside mail. */
  DebtorsDoor(MailRoom mail, String... properties) {
    this.mail = mail;
    var usual = Stream.of("duly.portal.url=" + PORTAL, "duly.sending.by-itself=false", "duly.replies.by-itself=false", "duly.calls.by-itself=false", "duly.portal.by-itself=false");
    desk = new Desk(Desk.MONDAY, mail, Stream.concat(usual, Stream.of(properties)).toArray(String[]::new));
    new Mailing(desk);
  }

  /** Sends what waits and may leave. */
  void send() {
    try {
      desk.application.getBean(Dispatcher.class).round();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  String one(String sql, Object... values) {
    return desk.database.ask(tx -> tx.fetch(sql, values).stream().map(row -> String.join(",", row.into(String[].class))).collect(java.util.stream.Collectors.joining("\n")));
  }

  /** The address that a mail to somebody carries, below the server's own. */
  String link(String address) {
    var text = mail.arrived().stream().filter(one -> one.to().contains(address) && LINK.matcher(one.text()).find()).reduce((_, later) -> later).orElseThrow(() -> new AssertionError("no mail to " + address + " in " + mail.arrived())).text();
    return linkIn(text);
  }

  static String linkIn(String text) {
    var found = LINK.matcher(text);
    if (!found.find()) {
      throw new AssertionError("no link in " + text);
    }
    return "/" + found.group(1);
  }

  static String codeIn(String text) {
    var found = CODE.matcher(text);
    if (!found.find()) {
      throw new AssertionError("no code in " + text);
    }
    return found.group(1) + found.group(2);
  }

  Visitor visitor() {
    return new Visitor(desk);
  }

  /** Opens a link and takes the code out of the mail that follows. */
  String askForACode(Visitor visitor, String link) {
    var before = mail.arrived();
    visitor.post(link, link + "/opening", Map.of());
    return codeIn(mail.next(before).text());
  }

  /** Comes all the way in. */
  Visitor in(String link) {
    var visitor = visitor();
    visitor.post("/d/code", "/d/code", Map.of("code", askForACode(visitor, link)));
    return visitor;
  }

  @Override
  public void close() {
    desk.close();
    mail.close();
  }
}
