package io.duly.desk.intake;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before everything that would read an upload: nobody fills the disk who has not signed in, and what is too large is
 * said so instead of being cut off.
 */
@Component
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
public final class UploadGate extends OncePerRequestFilter {
  /** Of one upload, all its files together; {@code application.yml} has the same. */
  public static final long MOST_BYTES = 1L << 30;

  private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    // The API takes no forms, and knows who asks by itself; the portal has a gate of its own.
    var address = request.getRequestURI().substring(request.getContextPath().length());
    return !String.valueOf(request.getContentType()).startsWith("multipart/") || address.startsWith("/api/") || address.startsWith("/d/");
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
      throws ServletException, IOException {
    if (!sessions.containsContext(request)) {
      response.sendRedirect("/sign-in");
    } else if (request.getContentLengthLong() > MOST_BYTES) {
      // A browser shows no answer before all was sent.
      request.getInputStream().transferTo(OutputStream.nullOutputStream());
      response.sendRedirect("/intake?large");
    } else {
      next.doFilter(request, response);
    }
  }
}
