package io.duly.correspondence.provider;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * A provider as it is configured.
 *
 * @param name as senders call it
 * @param endpoint to which requests are posted
 * @param perMinute how many it is asked in a minute at most, &gt; 0
 * @param patience how long an answer is waited for
 * @param most parts of an SMS at most; for letters of no meaning
 * @param trust its certificate is checked by; empty: those that Java knows
 */
public record Provider(
    String name, Shape shape, URI endpoint, Secrets secrets, int perMinute, Duration patience, int most, Optional<SSLContext> trust) {

  public Service service() {
    return shape.service();
  }
}
