package io.duly.correspondence.sending;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.duly.cycle.Drafting;
import io.duly.testing.TestDatabase;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;

/** Another node over the same database, which sends what waits to a mail server on loopback. */
public final class PostRoom implements AutoCloseable {
  private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private final Office office;

  public PostRoom(TestDatabase database, Clock clock) {
    mail.start();
    office = new Office(Drafting.jdbc(database), clock, Post.environment(mail.getSmtp().getPort()), Patience.STANDARD);
  }

  public SendReport send() {
    try {
      office.the(HouseMailRound.class).round(new java.util.concurrent.atomic.AtomicBoolean());
      return office.the(Dispatcher.class).round();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Subjects and texts of what an address received. */
  public List<String> readBy(String address) {
    return Arrays.stream(mail.getReceivedMessages()).filter(one -> receiver(one).equals(address)).map(PostRoom::words).toList();
  }

  private static String words(MimeMessage message) {
    try {
      return message.getSubject() + "\n" + new String(message.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    } catch (MessagingException | java.io.IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Who received how often, in the order of arrival. */
  public List<String> arrived() {
    return Arrays.stream(mail.getReceivedMessages()).map(PostRoom::receiver).toList();
  }

  private static String receiver(MimeMessage message) {
    try {
      return ((InternetAddress) message.getAllRecipients()[0]).getAddress();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The mail server is gone from now on. */
  public void silence() {
    mail.stop();
  }

  @Override
  public void close() {
    office.close();
    mail.stop();
  }
}
