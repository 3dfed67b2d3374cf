package io.duly.correspondence.reply;

import io.duly.correspondence.sending.WrongConfiguration;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * The mailbox of the configuration: {@code DULY_IMAP_HOST}, {@code _PORT}, {@code _TLS}, {@code _USER}, {@code _PASSWORD},
 * {@code _FOLDER}, {@code _MOVE_TO} and {@code _SECONDS}. Passwords come from the environment and are written nowhere.
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
   */
  record Mailbox(String host, int port, Tls tls, String user, String password, String folder, Optional<String> moveTo, Duration patience) {
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
    var tls = tls();
    return new Mailbox(
        host, number("PORT", tls == Tls.TLS ? 993 : 143, 65_535), tls, needed("USER"), needed("PASSWORD"), value("FOLDER").orElse("INBOX"),
        value("MOVE_TO"), Duration.ofSeconds(number("SECONDS", SECONDS, 3600)));
  }

  private Tls tls() {
    var word = value("TLS").orElse("tls");
    return Arrays.stream(Tls.values())
        .filter(mode -> mode.name().equalsIgnoreCase(word))
        .findFirst()
        .orElseThrow(() -> new WrongConfiguration(PREFIX + "TLS is tls, starttls or none, not '" + word + "'."));
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
