package io.duly.correspondence.sending;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.duly.correspondence.provider.RoughProvider;
import io.duly.cycle.Drafting;
import io.duly.testing.TestDatabase;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** Two nodes over one database that send to one mail server and one provider of SMS, all on loopback. */
public final class Nodes implements AutoCloseable {
  private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private final Office here;
  private final Office there;

  public Nodes(TestDatabase database, Clock clock, RoughProvider sms) {
    mail.start();
    var environment = new HashMap<>(Post.environment(mail.getSmtp().getPort()));
    environment.putAll(SmsTest.environment(sms));
    // Nothing here is about a server that is slow.
    environment.put("DULY_SMTP_SECONDS", "60");
    environment.put("DULY_SMS_SECONDS", "60");
    here = new Office(Drafting.jdbc(database), clock, environment, Patience.STANDARD);
    there = new Office(Drafting.jdbc(database), clock, environment, Patience.STANDARD);
  }

  /** One node looks into the queue. */
  public SendReport send() {
    return round(here);
  }

  /** Both do at once; how many messages left. */
  public int sendFromBoth() {
    var other = CompletableFuture.supplyAsync(() -> round(there));
    return round(here).sent() + other.join().sent();
  }

  private static SendReport round(Office office) {
    try {
      office.the(HouseMailRound.class).round(new AtomicBoolean());
      return office.the(Dispatcher.class).round();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What arrived for an address, in order. */
  public List<MimeMessage> arrivedFor(String address) {
    return Arrays.stream(mail.getReceivedMessages()).filter(one -> receiver(one).equals(address)).toList();
  }

  /** Its words and headers as they came over the wire, below what the server put on top. */
  public static byte[] bytes(MimeMessage message) {
    var out = new ByteArrayOutputStream();
    try {
      message.writeTo(out);
    } catch (IOException | MessagingException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }

  public static String subject(MimeMessage message) {
    try {
      return message.getSubject();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Its plain text. */
  public static String words(MimeMessage message) {
    try {
      return plain(message);
    } catch (IOException | MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String plain(Part part) throws IOException, MessagingException {
    if (part.isMimeType("text/plain")) {
      return (String) part.getContent();
    }
    var words = new StringBuilder();
    if (part.getContent() instanceof Multipart parts) {
      for (int at = 0; at < parts.getCount(); at++) {
        words.append(plain(parts.getBodyPart(at)));
      }
    }
    return words.toString();
  }

  private static String receiver(MimeMessage message) {
    try {
      return ((InternetAddress) message.getAllRecipients()[0]).getAddress();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    here.close();
    there.close();
    mail.stop();
  }
}
