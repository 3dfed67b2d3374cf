package io.duly.webhooks;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where webhooks may go: outside, by https; and to those hosts inside that whoever runs the server has named
 * ({@code DULY_WEBHOOK_HOSTS}). It is asked at each delivery too, and by the client itself: the addresses that it answers are
 * those that are connected to, whatever the name leads to a moment later.
 */
@Component
final class Destinations implements DnsResolver {
  private static final int LONGEST = 2000;

  private final Set<String> inside;

  /** @param inside names of hosts, with commas between them */
  Destinations(@Value("${duly.webhooks.hosts:}") String inside) {
    this.inside = Stream.of(inside.split(",", -1)).map(Destinations::plain).filter(host -> !host.isEmpty()).collect(Collectors.toUnmodifiableSet());
  }

  /** What is wrong with an address; empty where nothing is, as far as can be seen now. */
  Optional<CannotMakeWebhook.Why> fault(String text) {
    var address = parsed(text);
    if (address.isEmpty()) {
      return Optional.of(CannotMakeWebhook.Why.ADDRESS);
    }
    try {
      resolve(address.get().getHost());
      return Optional.empty();
    } catch (UnknownHostException nowhere) {
      return Optional.of(CannotMakeWebhook.Why.INSIDE);
    }
  }

  private Optional<URI> parsed(String text) {
    try {
      var address = new URI(text);
      return Optional.of(address).filter(_ -> text.length() <= LONGEST && text.equals(address.toASCIIString())).filter(this::isWeb);
    } catch (URISyntaxException none) {
      return Optional.empty();
    }
  }

  private boolean isWeb(URI address) {
    var scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    boolean known = address.getHost() != null && address.getUserInfo() == null && address.getFragment() == null;
    return known && (scheme.equals("https") || (scheme.equals("http") && isNamed(address.getHost())));
  }

  private boolean isNamed(String host) {
    return inside.contains(plain(host));
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    var found = InetAddress.getAllByName(host);
    if (!isNamed(host) && !List.of(found).stream().allMatch(PublicAddresses::holds)) {
      throw new Inside(host);
    }
    return found;
  }

  @Override
  public String resolveCanonicalHostname(String host) throws UnknownHostException {
    return Arrays.toString(resolve(host));
  }

  private static String plain(String host) {
    return host.strip().toLowerCase(Locale.ROOT).replaceAll("^\\[|]$", "");
  }
}
