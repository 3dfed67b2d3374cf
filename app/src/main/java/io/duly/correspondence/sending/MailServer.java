package io.duly.correspondence.sending;

import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * A mail server that messages are handed to.
 *
 * @param name as senders call it
 * @param perMinute how many messages it is given in a minute at most, &gt; 0
 * @param patience how long an answer is waited for
 * @param trust its certificate is checked by; empty: those that Java knows
 */
record MailServer(
    String name, String host, int port, Tls tls, Optional<Login> login, int perMinute, Duration patience, Optional<SSLContext> trust) {

  MailServer(String name, String host, int port, Tls tls, Optional<Login> login, int perMinute, Duration patience) {
    this(name, host, port, tls, login, perMinute, patience, Optional.empty());
  }

  enum Tls {
    /** From the first byte. */
    TLS,
    /** Begun in the talk, and demanded. */
    STARTTLS,
    /** None: for servers on the same machine. */
    NONE
  }

  record Login(String user, String password) {
    @Override
    public String toString() {
      return user;
    }
  }
}
