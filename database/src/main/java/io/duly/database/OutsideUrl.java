package io.duly.database;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Reads the address of an outside PostgreSQL in the form that psql takes. */
final class OutsideUrl {
  private OutsideUrl() {}

  /** @throws DatabaseUnavailable where the address is not one, with the form it should have */
  static Login login(String url) {
    var text = url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url;
    try {
      var uri = URI.create(text);
      if (uri.getHost() == null || uri.getPath() == null || !String.valueOf(uri.getScheme()).startsWith("postgres")) {
        throw malformed(null);
      }
      return new Login("jdbc:postgresql://" + hostAndPort(uri) + uri.getRawPath() + query(uri), user(uri), password(uri));
    } catch (IllegalArgumentException e) {
      throw malformed(e);
    }
  }

  private static String hostAndPort(URI uri) {
    return uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
  }

  private static String query(URI uri) {
    return uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
  }

  private static String user(URI uri) {
    var parts = credentials(uri);
    return parts.length > 0 && !parts[0].isEmpty() ? decode(parts[0]) : System.getProperty("user.name");
  }

  private static String password(URI uri) {
    var parts = credentials(uri);
    return parts.length > 1 ? decode(parts[1]) : "";
  }

  private static String[] credentials(URI uri) {
    return uri.getRawUserInfo() == null ? new String[0] : uri.getRawUserInfo().split(":", 2);
  }

  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static DatabaseUnavailable malformed(@org.jspecify.annotations.Nullable IllegalArgumentException cause) {
    var message = "DULY_DATABASE_URL is not an address of PostgreSQL; it looks like postgresql://user:password@host:5432/duly";
    return cause == null ? new DatabaseUnavailable(message) : new DatabaseUnavailable(message, cause);
  }
}
