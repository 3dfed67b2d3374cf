package io.duly.identity;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The name for which passkeys are made (WebAuthn, section 5.1.2: the relying party) and the addresses at which they are
 * taken: {@code DULY_PASSKEYS_ID} and {@code DULY_PASSKEYS_ORIGINS}, else those of {@code DULY_URL}, else {@code localhost}.
 * Browsers bind a passkey to the name, so that no other site can ask for it; so the desk must be open under that name.
 */
@Component
public final class RelyingParty {
  private static final String LOCALHOST = "localhost";
  private static final Pattern NUMBER = Pattern.compile("[0-9.]+|\\[.*]");

  private final String id;
  private final Set<String> origins;

  RelyingParty(@Value("${duly.passkeys.id:}") String id, @Value("${duly.passkeys.origins:}") List<String> origins, @Value("${duly.url:}") String address) {
    var said = origins.isEmpty() && !address.isBlank() ? List.of(address) : origins;
    this.origins = new LinkedHashSet<>(said.stream().map(one -> origin(URI.create(one.strip()))).toList());
    this.id = !id.isBlank() ? id.strip().toLowerCase(Locale.ROOT) : this.origins.stream().findFirst().map(one -> URI.create(one).getHost()).orElse(LOCALHOST);
    refuseOthersNames();
  }

  /** The name as browsers are told it, and the address at which a page of it is open. */
  public record Site(String id, String origin) {}

  /** A browser would refuse them one by one; said at the start, it is found. */
  private void refuseOthersNames() {
    origins.stream().map(one -> URI.create(one).getHost()).filter(host -> !host.equals(id) && !host.endsWith("." + id)).findFirst().ifPresent(host -> {
      throw new IllegalArgumentException("DULY_PASSKEYS_ID is " + id + ", but " + host + " is neither that name nor one below it: correct DULY_PASSKEYS_ID, DULY_PASSKEYS_ORIGINS or DULY_URL.");
    });
  }

  /**
   * The site, where passkeys can be used on a page at that address; empty where browsers or we would refuse them.
   *
   * @param address of a page
   */
  public Optional<Site> at(URI address) {
    var asked = origin(address);
    var taken = origins.isEmpty() ? address.getHost().equals(id) : origins.contains(asked);
    return taken && !NUMBER.matcher(id).matches() ? Optional.of(new Site(id, asked)) : Optional.empty();
  }

  /**
   * Where passkeys can be used, for people who are elsewhere; empty where the desk has only a number for a name.
   *
   * @param page the address at which they are: where no address was said it is the same one under our name, with its port
   */
  public Optional<String> place(URI page) {
    if (NUMBER.matcher(id).matches()) {
      return Optional.empty();
    }
    var here = origin(page);
    return Optional.of(origins.isEmpty() ? here.replace("://" + page.getHost().toLowerCase(Locale.ROOT), "://" + id) : String.join(", ", origins));
  }

  private static String origin(URI address) {
    var host = Optional.ofNullable(address.getHost()).orElseThrow(() -> new IllegalArgumentException("Not an address with a name: " + address));
    var scheme = address.getScheme().toLowerCase(Locale.ROOT);
    var usual = Arrays.asList("https:443", "http:80").contains(scheme + ":" + address.getPort());
    return scheme + "://" + host.toLowerCase(Locale.ROOT) + (address.getPort() < 0 || usual ? "" : ":" + address.getPort());
  }
}
