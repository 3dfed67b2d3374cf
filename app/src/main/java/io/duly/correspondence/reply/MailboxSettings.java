package io.duly.correspondence.reply;

import io.duly.correspondence.provider.InvalidShape;
import io.duly.correspondence.provider.OwnTrust;
import io.duly.correspondence.sending.WrongConfiguration;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * The mailbox of the configuration: {@code DULY_IMAP_HOST}, {@code _PORT}, {@code _TLS}, {@code _USER}, {@code _PASSWORD},
 * {@code _FOLDER}, {@code _MOVE_TO}, {@code _CA} and {@code _SECONDS}. Passwords come from the environment and are written nowhere.
 */
public final class MailboxSettings {
  private static final String PREFIX = "DULY_IMAP_";
  private static final int SECONDS = 60;

  private final Map<String, String> environment;

  /** @param environment as the process was given it */
  public MailboxSettings(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  enum Tls {
    TLS,
    STARTTLS,
    NONE
  }

  /**
   * A mailbox.
   *
   * @param moveTo the folder into which messages go that were taken in; without, they are marked as read and stay
   * @param patience how long an answer is waited for
   * @param trust its certificate is checked by; empty: those that Java knows
   */
  record Mailbox(
      String host, int port, Tls tls, String user, String password, String folder, Optional<String> moveTo, Duration patience, Optional<SSLContext> trust) {
    /** By which its messages are known. */
    String name() {
      return user + "@" + host + ":" + port + "/" + folder;
    }

    @Override
    public String toString() {
      return name();
    }
  }

  /**
   * Empty where none is configured.
   *
   * @throws WrongConfiguration where what is configured cannot be used
   */
  Optional<Mailbox> mailbox() {
    return value("HOST").map(this::mailbox);
  }

  private Mailbox mailbox(String host) {
    if (!host.matches("[A-Za-z0-9.:_-]{1,253}")) {
      throw new WrongConfiguration(PREFIX + "HOST is no name of a host such as imap.example.org.");
    }
    var tls = tls(host);
    return new Mailbox(
        host, number("PORT", tls == Tls.TLS ? 993 : 143, 65_535), tls, needed("USER"), needed("PASSWORD"), value("FOLDER").orElse("INBOX"),
        value("MOVE_TO"), Duration.ofSeconds(number("SECONDS", SECONDS, 3600)), value("CA").map(MailboxSettings::trust));
  }

  /** A password is said openly to nobody but a server on this machine. */
  private Tls tls(String host) {
    var word = value("TLS").orElse("tls");
    var tls = Arrays.stream(Tls.values())
        .filter(mode -> mode.name().equalsIgnoreCase(word))
        .findFirst()
        .orElseThrow(() -> new WrongConfiguration(PREFIX + "TLS is tls, starttls or none, not '" + word + "'."));
    if (tls == Tls.NONE && !host.equalsIgnoreCase("localhost") && !host.matches("127(\\.[0-9]{1,3}){3}|::1")) {
      throw new WrongConfiguration(PREFIX + "TLS is none only for a server on this machine; " + host + " is elsewhere: starttls, or tls from the first byte.");
    }
    return tls;
  }

  private static SSLContext trust(String file) {
    try {
      return OwnTrust.of(PREFIX + "CA", Path.of(file));
    } catch (InvalidShape unreadable) {
      throw new WrongConfiguration(String.valueOf(unreadable.getMessage()));
    }
  }

  private int number(String key, int otherwise, int most) {
    var text = value(key);
    if (text.isPresent() && (!text.get().matches("[0-9]{1,7}") || Integer.parseInt(text.get()) < 1 || Integer.parseInt(text.get()) > most)) {
      throw new WrongConfiguration(PREFIX + key + " is a number from 1 to " + most + ".");
    }
    return text.map(Integer::parseInt).orElse(otherwise);
  }

  private String needed(String key) {
    return value(key).orElseThrow(() -> new WrongConfiguration("A mailbox needs " + PREFIX + key + "."));
  }

  private Optional<String> value(String key) {
    return Optional.ofNullable(environment.get(PREFIX + key)).map(String::strip).filter(text -> !text.isEmpty());
  }
}
