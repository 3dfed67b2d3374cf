package io.duly.correspondence.sending;

import io.duly.correspondence.provider.InvalidShape;
import io.duly.correspondence.provider.OwnTrust;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/**
 * The mail servers of the configuration: {@code DULY_SMTP_HOST}, {@code _PORT}, {@code _TLS}, {@code _USER},
 * {@code _PASSWORD}, {@code _PER_MINUTE}, {@code _SECONDS} and {@code _CA} for the default one, and {@code DULY_SMTP_<NAME>_HOST} … for
 * others. Passwords come from the environment and are written nowhere.
 */
public final class MailServers {
  static final String DEFAULT = "default";
  private static final int PER_MINUTE = 60;
  private static final int SECONDS = 120;
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:_-]{1,253}");

  private final Map<String, String> environment;

  /** @param environment as the process was given it */
  public MailServers(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /**
   * A server by name; empty where none is configured.
   *
   * @throws WrongConfiguration where what is configured cannot be used
   */
  Optional<MailServer> named(String name) {
    var prefix = "DULY_SMTP_" + (name.equals(DEFAULT) ? "" : name.toUpperCase(Locale.ROOT) + "_");
    return value(prefix + "HOST").map(host -> server(name, prefix, host));
  }

  private MailServer server(String name, String prefix, String host) {
    if (!HOST.matcher(host).matches()) {
      throw new WrongConfiguration(prefix + "HOST is no name of a host such as smtp.example.org.");
    }
    var tls = tls(prefix, host);
    return new MailServer(
        name,
        host,
        number(prefix + "PORT", tls == MailServer.Tls.TLS ? 465 : tls == MailServer.Tls.STARTTLS ? 587 : 25, 65_535),
        tls,
        value(prefix + "USER").map(user -> new MailServer.Login(user, value(prefix + "PASSWORD").orElse(""))),
        number(prefix + "PER_MINUTE", PER_MINUTE, 1_000_000),
        Duration.ofSeconds(number(prefix + "SECONDS", SECONDS, 3600)),
        value(prefix + "CA").map(file -> trust(prefix + "CA", file)));
  }

  /** Nothing is said openly but to a server on this machine. */
  private MailServer.Tls tls(String prefix, String host) {
    var word = value(prefix + "TLS").orElse(isHere(host) ? "none" : "starttls");
    var tls = Arrays.stream(MailServer.Tls.values())
        .filter(mode -> mode.name().equalsIgnoreCase(word))
        .findFirst()
        .orElseThrow(() -> new WrongConfiguration(prefix + "TLS is tls, starttls or none, not '" + word + "'."));
    if (tls == MailServer.Tls.NONE && !isHere(host)) {
      throw new WrongConfiguration(prefix + "TLS is none only for a server on this machine; " + host + " is elsewhere: starttls, or tls from the first byte.");
    }
    return tls;
  }

  private static boolean isHere(String host) {
    return host.equalsIgnoreCase("localhost") || host.matches("127(\\.[0-9]{1,3}){3}|::1");
  }

  private static SSLContext trust(String key, String file) {
    try {
      return OwnTrust.of(key, Path.of(file));
    } catch (InvalidShape unreadable) {
      throw new WrongConfiguration(String.valueOf(unreadable.getMessage()));
    }
  }

  private int number(String key, int otherwise, int most) {
    var text = value(key);
    if (text.isEmpty()) {
      return otherwise;
    }
    if (!text.get().matches("[0-9]{1,7}") || Integer.parseInt(text.get()) < 1 || Integer.parseInt(text.get()) > most) {
      throw new WrongConfiguration(key + " is a number from 1 to " + most + ".");
    }
    return Integer.parseInt(text.get());
  }

  private Optional<String> value(String key) {
    return Optional.ofNullable(environment.get(key)).map(String::strip).filter(text -> !text.isEmpty());
  }
}
