package io.duly.portal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stands before everything that would read an upload of a debtor: nobody fills the disk who has shown no code, and nobody with more than a few megabytes. */
@Component
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
final class GuestUploads extends OncePerRequestFilter {
  /** Of one file. */
  static final int MOST_BYTES = 6 << 20;

  private static final int AND_THE_FORM = 64 << 10;

  private final Visits visits;

  GuestUploads(Visits visits) {
    this.visits = visits;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().startsWith(request.getContextPath() + "/d/") || !String.valueOf(request.getContentType()).startsWith("multipart/");
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next) throws ServletException, IOException {
    if (GuestCookie.of(request).flatMap(visits::of).isEmpty()) {
      response.sendRedirect("/d/over");
    } else if (request.getContentLengthLong() < 0 || request.getContentLengthLong() > MOST_BYTES + AND_THE_FORM) {
      response.sendRedirect("/d?told=large");
    } else {
      next.doFilter(request, response);
    }
  }
}
