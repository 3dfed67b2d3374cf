package io.duly.correspondence.sending;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An open line to a mail server. */
final class SmtpWire implements Wire {
  private static final Logger LOG = LoggerFactory.getLogger(SmtpWire.class);
  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+");
  private static final int LONGEST_ANSWER = 400;
  private static final int PERMANENT = 500;
  private static final int TEMPORARY = 400;
  private static final int CLOSING = 421;
  /** Refused for who we are or what we say, not for the address (RFC 3463, section 3.8). */
  private static final Pattern POLICY = Pattern.compile("\\b5\\.7\\.\\d");

  private final Session session;
  private final SmtpTalk talk;

  private SmtpWire(Session session, SmtpTalk talk) {
    this.session = session;
    this.talk = talk;
  }

  /** @throws Unreachable where it does not answer, cannot prove its name, or does not know us */
  static SmtpWire open(MailServer server) throws Unreachable {
    boolean tls = server.tls() == MailServer.Tls.TLS;
    var session = Session.getInstance(properties(server, tls ? "smtps" : "smtp"));
    var talk = new SmtpTalk(session, tls ? "smtps" : "smtp", tls);
    try {
      var login = server.login();
      talk.connect(
          server.host(), server.port(), login.map(MailServer.Login::user).orElse(null),
          login.map(MailServer.Login::password).orElse(null));
      return new SmtpWire(session, talk);
    } catch (AuthenticationFailedException unknown) {
      throw new Unreachable("the server does not accept user and password", unknown);
    } catch (MessagingException failed) {
      throw new Unreachable(line(failed.getMessage()), failed);
    }
  }

  private static Properties properties(MailServer server, String protocol) {
    var properties = new Properties();
    var prefix = "mail." + protocol + ".";
    var millis = Long.toString(server.patience().toMillis());
    properties.setProperty(prefix + "connectiontimeout", millis);
    properties.setProperty(prefix + "timeout", millis);
    properties.setProperty(prefix + "writetimeout", millis);
    properties.setProperty(prefix + "auth", Boolean.toString(server.login().isPresent()));
    properties.setProperty(prefix + "ssl.checkserveridentity", "true");
    properties.setProperty(prefix + "starttls.enable", Boolean.toString(server.tls() == MailServer.Tls.STARTTLS));
    properties.setProperty(prefix + "starttls.required", Boolean.toString(server.tls() == MailServer.Tls.STARTTLS));
    properties.setProperty(prefix + "quitwait", "false");
    server.trust().ifPresent(trust -> properties.put(prefix + "ssl.socketFactory", trust.getSocketFactory()));
    properties.setProperty("mail.mime.allowutf8", "true");
    return properties;
  }

  @Override
  public boolean isAlive() {
    return talk.isConnected();
  }

  @Override
  public Outcome send(Outgoing message) {
    return send(message.packed(), message.from());
  }

  /** @param from the address it comes from */
  Outcome send(Packed packed, String from) {
    talk.beginMessage();
    try {
      var to = new InternetAddress[] {new InternetAddress(packed.recipient(), false)};
      talk.sendMessage(new ArchivedMessage(session, packed.bytes(), from), to);
      return new Outcome.Accepted(line(talk.getLastServerResponse()));
    } catch (MessagingException failed) {
      return outcome(failed);
    }
  }

  /** The server's own word counts; where it said none, whether it may have the whole message. */
  private Outcome outcome(MessagingException failed) {
    if (talk.endWasSaid()) {
      return talk.answerToEnd().isPresent()
          ? answered(talk.answerToEnd().getAsInt(), talk.wordsToEnd())
          : new Outcome.Uncertain("no answer after the end of the message: " + line(failed.getMessage()));
    }
    for (Exception cause = failed; cause instanceof MessagingException told; cause = told.getNextException()) {
      var outcome = switch (told) {
        case SMTPAddressFailedException address -> refusal(address.getReturnCode(), address.getMessage(), true);
        case SMTPSenderFailedException sender -> ofServer(sender.getReturnCode(), sender.getMessage());
        case SMTPSendFailedException send when send.getCommand().startsWith("MAIL") -> ofServer(send.getReturnCode(), send.getMessage());
        case SMTPSendFailedException send when !(send.getNextException() instanceof SMTPAddressFailedException) ->
            refusal(send.getReturnCode(), send.getMessage(), false); // to DATA itself
        default -> Optional.<Outcome>empty();
      };
      if (outcome.isPresent()) {
        return outcome.get();
      }
    }
    return new Outcome.NotYet("the talk broke off before the end of the message: " + line(failed.getMessage()), false);
  }

  private static Outcome answered(int code, String words) {
    return refusal(code, words, false).orElseGet(() -> new Outcome.Accepted(line(words)));
  }

  private static Optional<Outcome> refusal(int code, @Nullable String words, boolean address) {
    if (code < TEMPORARY) {
      return Optional.empty();
    }
    return Optional.of(
        code >= PERMANENT
            ? new Outcome.Refused(line(words), address && !POLICY.matcher(line(words)).find())
            : new Outcome.NotYet(line(words), code == CLOSING));
  }

  private static Optional<Outcome> ofServer(int code, @Nullable String words) {
    return code < TEMPORARY ? Optional.empty() : Optional.of(new Outcome.NotYet(line(words), true));
  }

  /** One short line of whatever a server says. */
  static String line(@Nullable String words) {
    var plain = CONTROLS.matcher(String.valueOf(words)).replaceAll(" ").strip();
    return plain.substring(0, Math.min(plain.length(), LONGEST_ANSWER));
  }

  @Override
  public void close() {
    try {
      talk.close();
    } catch (MessagingException gone) {
      LOG.debug("The mail server did not wait for the end of the talk: {}", gone.getMessage());
    }
  }
}
