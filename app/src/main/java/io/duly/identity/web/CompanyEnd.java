package io.duly.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;

/**
 * Whoever came by the company is offered, once they are signed out here, to sign out there too. It is a link and not sent to at once: the
 * content policy keeps forms from leading elsewhere, and not everybody wants to be out of all else that the company has.
 */
final class CompanyEnd implements LogoutHandler, LogoutSuccessHandler {
  /** Under which a session keeps the token by which somebody came. */
  static final String TOKEN = "duly.company-token";

  /** Under which the next session keeps where to sign out, for the page that says so. */
  static final String LEAVING = "duly.company-leaving";

  private final CompanyClient client;
  private final String next;

  CompanyEnd(CompanyClient client, String next) {
    this.client = client;
    this.next = next;
  }

  /** Before the session is gone. */
  @Override
  public void logout(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who) {
    var session = request.getSession(false);
    if (session != null && session.getAttribute(TOKEN) instanceof String token) {
      client.leaving(token, request).ifPresent(there -> request.setAttribute(LEAVING, there));
    }
  }

  @Override
  public void onLogoutSuccess(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who) throws IOException {
    if (request.getAttribute(LEAVING) instanceof String there) {
      request.getSession().setAttribute(LEAVING, there);
    }
    response.sendRedirect(next);
  }
}
