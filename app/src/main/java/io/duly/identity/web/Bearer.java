package io.duly.identity.web;

import io.duly.identity.ApiTokens;
import io.duly.identity.Caller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Who asks is said by the token in the header (RFC 6750, section 2.1), and by nothing else. */
final class Bearer extends OncePerRequestFilter {
  private static final String SCHEME = "bearer ";
  private static final int TOO_MANY = 429;

  private final ApiTokens tokens;
  private final Pace pace;

  Bearer(ApiTokens tokens, Pace pace) {
    this.tokens = tokens;
    this.pace = pace;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next) throws ServletException, IOException {
    var caller = text(request).flatMap(tokens::caller);
    if (caller.isPresent() && !mayGoOn(caller.get(), response)) {
      response.sendError(TOO_MANY);
      return;
    }
    caller.ifPresent(Bearer::signIn);
    next.doFilter(request, response);
  }

  private static Optional<String> text(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
        .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
        .map(value -> value.substring(SCHEME.length()).strip());
  }

  private boolean mayGoOn(Caller caller, HttpServletResponse response) {
    var wait = pace.waitOf(caller.token());
    wait.ifPresent(seconds -> response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds)));
    return wait.isEmpty();
  }

  private static void signIn(Caller caller) {
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(caller, null, List.of()));
    SecurityContextHolder.setContext(context);
  }
}
