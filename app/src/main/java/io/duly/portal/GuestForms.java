package io.duly.portal;

import io.duly.identity.Secret;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/** The token of the portal's forms is made from what its cookie holds: another page can neither read nor guess it. */
final class GuestForms implements CsrfTokenRepository {
  private final GuestCookie cookie;

  GuestForms(GuestCookie cookie) {
    this.cookie = cookie;
  }

  @Override
  public CsrfToken generateToken(HttpServletRequest request) {
    return token(GuestCookie.of(request).orElseGet(Secret::random), request);
  }

  /** Who has no cookie yet gets one with the first form. */
  @Override
  public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
    if (token != null && request.getAttribute(FRESH) instanceof String secret) {
      cookie.set(request, response, secret);
    }
  }

  @Override
  public @Nullable CsrfToken loadToken(HttpServletRequest request) {
    return GuestCookie.of(request).map(GuestForms::token).orElse(null);
  }

  private static final String FRESH = GuestForms.class.getName();

  private static CsrfToken token(String secret, HttpServletRequest request) {
    request.setAttribute(FRESH, secret);
    return token(secret);
  }

  private static CsrfToken token(String secret) {
    return new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", Base64.getUrlEncoder().withoutPadding().encodeToString(Secret.hash("form of " + secret)));
  }
}
