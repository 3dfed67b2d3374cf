package io.duly.portal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Who is here is said by the portal's cookie and nothing else: a person who is signed in at the desk is nobody here. */
final class GuestFilter extends OncePerRequestFilter {
  private final Visits visits;

  GuestFilter(Visits visits) {
    this.visits = visits;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next) throws ServletException, IOException {
    GuestCookie.of(request).flatMap(visits::of).ifPresent(visit -> {
      var context = SecurityContextHolder.createEmptyContext();
      context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(visit, null, List.of()));
      SecurityContextHolder.setContext(context);
    });
    next.doFilter(request, response);
  }
}
