package io.duly.portal;

import io.duly.identity.Secret;
import io.duly.invitations.Invitations;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * The portal's one cookie: 256 random bits by which a visit, and a code that is awaited, are found. It is sent to the portal's
 * addresses only, never to the desk's, is read by no script, and is gone with the browser's window.
 */
@Component
final class GuestCookie {
  static final String NAME = "duly-portal";
  private static final String CHOSEN = GuestCookie.class.getName();

  private final boolean secure;

  GuestCookie(Invitations invitations) {
    this.secure = invitations.portal().filter(address -> address.startsWith("https:")).isPresent();
  }

  /** What the browser holds, or was just given. */
  static Optional<String> of(HttpServletRequest request) {
    if (request.getAttribute(CHOSEN) instanceof String chosen) {
      return Optional.of(chosen);
    }
    return Optional.ofNullable(request.getCookies()).map(Arrays::stream).orElseGet(Stream::empty)
        .filter(cookie -> cookie.getName().equals(NAME) && cookie.getValue().length() == Secret.LENGTH)
        .map(jakarta.servlet.http.Cookie::getValue)
        .findFirst();
  }

  /** From now on the browser holds this. */
  void set(HttpServletRequest request, HttpServletResponse response, String value) {
    request.setAttribute(CHOSEN, value);
    write(request, response, value, -1);
  }

  void remove(HttpServletRequest request, HttpServletResponse response) {
    request.removeAttribute(CHOSEN);
    write(request, response, "", 0);
  }

  private void write(HttpServletRequest request, HttpServletResponse response, String value, long seconds) {
    var cookie = ResponseCookie.from(NAME, value).path("/d").httpOnly(true).secure(secure || request.isSecure()).sameSite("Lax").maxAge(seconds).build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }
}
