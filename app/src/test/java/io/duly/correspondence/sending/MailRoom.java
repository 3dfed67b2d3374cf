package io.duly.correspondence.sending;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** A mail server on loopback, and an application that hands its messages to it. */
public final class MailRoom implements ApplicationContextInitializer<ConfigurableApplicationContext>, AutoCloseable {
  private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  private final Map<String, String> more;

  public MailRoom() {
    this(Map.of());
  }

  /** @param more of the environment, such as a provider of text messages */
  public MailRoom(Map<String, String> more) {
    this.more = Map.copyOf(more);
    mail.start();
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    Map<String, String> environment = new HashMap<>(Post.environment(mail.getSmtp().getPort()));
    environment.putAll(more);
    ((GenericApplicationContext) context).registerBean("waysOfTheTest", Ways.class, () -> new Ways(environment), bean -> bean.setPrimary(true));
  }

  /** A mail that arrived. */
  public record Arrived(String to, String subject, String text) {}

  /** What arrived, by recipient. */
  public List<Arrived> arrived() {
    return Arrays.stream(mail.getReceivedMessages()).map(MailRoom::read).toList();
  }

  /** The next that arrives; at most some seconds are waited. The server keeps them by recipient, not in their order. */
  public Arrived next(List<Arrived> before) {
    if (!mail.waitForIncomingEmail(30_000, before.size() + 1)) {
      throw new AssertionError("No mail arrived beside " + before.size());
    }
    var all = new ArrayList<>(arrived());
    before.forEach(all::remove);
    return all.getFirst();
  }

  private static Arrived read(jakarta.mail.internet.MimeMessage message) {
    try {
      var content = message.getContent();
      var text = content instanceof jakarta.mail.Multipart parts ? String.valueOf(parts.getBodyPart(0).getContent()) : String.valueOf(content);
      return new Arrived(GreenMailUtil.getAddressList(message.getAllRecipients()), message.getSubject(), text.replace("\r\n", "\n"));
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    mail.stop();
  }
}
