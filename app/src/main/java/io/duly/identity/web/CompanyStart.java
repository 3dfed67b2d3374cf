package io.duly.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/** Sends the browser to the company's sign-in. What it was sent with stays in the session, until it is back. */
final class CompanyStart extends OncePerRequestFilter {
  static final String PATH = "/sign-in/company";

  /** Under which the session keeps what the browser was sent with. */
  static final String ASKED = "duly.company-asked";

  private static final Logger LOG = LoggerFactory.getLogger(CompanyStart.class);

  private final CompanyClient client;

  CompanyStart(CompanyClient client) {
    this.client = client;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().equals(PATH) || !"GET".equals(request.getMethod());
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next) throws ServletException, IOException {
    try {
      var asked = client.request(request);
      request.getSession().setAttribute(ASKED, asked);
      response.sendRedirect(asked.getAuthorizationRequestUri());
    } catch (IllegalArgumentException | IllegalStateException notThere) {
      LOG.warn("The company's sign-in (DULY_COMPANY_ISSUER) cannot be used: {}", notThere.getMessage());
      response.sendRedirect("/sign-in?unreachable");
    }
  }
}
