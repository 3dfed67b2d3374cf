package io.duly.correspondence.sending;

import io.duly.correspondence.provider.Delivery;
import io.duly.correspondence.provider.Heard;
import io.duly.correspondence.provider.Provider;
import io.duly.correspondence.provider.Requests;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Optional;

/** Hands messages to a provider over HTTP, under a key that is the same at every attempt. */
final class HttpWire implements Wire {
  /** After a provider's own fault, lest message after message becomes uncertain. */
  private static final Duration AFTER_ITS_FAULT = Duration.ofMinutes(5);

  private final Provider provider;

  private HttpWire(Provider provider) {
    this.provider = provider;
  }

  /** @throws Unreachable where nobody listens there */
  static HttpWire open(Provider provider) throws Unreachable {
    var endpoint = provider.endpoint();
    if (isDirect(endpoint)) {
      try (var knock = new Socket()) {
        int port = endpoint.getPort() > 0 ? endpoint.getPort() : endpoint.getScheme().equals("https") ? 443 : 80;
        knock.connect(new InetSocketAddress(endpoint.getHost(), port), (int) provider.patience().toMillis());
      } catch (IOException silent) {
        throw new Unreachable("it cannot be reached: " + SmtpWire.line(silent.getMessage()), silent);
      }
    }
    return new HttpWire(provider);
  }

  /** What goes through a proxy is the proxy's to reach. */
  private static boolean isDirect(URI endpoint) {
    return Optional.ofNullable(ProxySelector.getDefault()).stream()
        .flatMap(selector -> selector.select(endpoint).stream())
        .allMatch(proxy -> proxy.type() == Proxy.Type.DIRECT);
  }

  @Override
  public boolean isAlive() {
    return true;
  }

  @Override
  public Outcome send(Outgoing message) {
    return send(message.packed(), message.from());
  }

  /** @param from whom it comes from, as the provider knows it */
  Outcome send(Packed packed, String from) {
    return switch (Requests.ask(provider, delivery(packed, from))) {
      case Heard.Taken taken -> new Outcome.Accepted(SmtpWire.line(taken.words()), taken.id());
      case Heard.Refused refused -> new Outcome.Refused(SmtpWire.line(refused.words()), refused.number());
      case Heard.Later later -> new Outcome.NotYet(SmtpWire.line(later.words()), later.ofProvider(), later.rest());
      case Heard.Silence silence ->
          new Outcome.Uncertain(SmtpWire.line(silence.words()), silence.ofProvider(), silence.ofProvider() ? AFTER_ITS_FAULT : Duration.ZERO);
    };
  }

  private static Delivery delivery(Packed packed, String from) {
    var values = new HashMap<>(packed.values());
    values.put("key", packed.knownAs());
    values.put("from", from);
    return new Delivery(values, packed.bytes());
  }

  @Override
  public void close() {
    // each request has a connection of its own
  }
}
