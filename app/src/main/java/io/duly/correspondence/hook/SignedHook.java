package io.duly.correspondence.hook;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.core.env.Environment;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * An address at which programs hand something in by POST. Stands before sessions, sign-in and whatever would read the body, for the
 * signature is over its bytes. Not there without a secret, {@code DULY_HOOK_SECRET} where nothing else is said.
 */
public abstract class SignedHook extends OncePerRequestFilter {
  protected static final int ACCEPTED = 202;
  protected static final int BAD = 400;
  protected static final int NOT_THERE = 404;
  protected static final int TOO_LARGE = 413;
  protected static final int LATER = 503;
  private static final int UNKNOWN = 401;
  private static final int ONLY_POST = 405;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Clock clock;
  private final Function<HttpServletRequest, Optional<Signature>> signatures;
  private final int mostBytes;
  private final String tooLarge;

  /**
   * A hook.
   *
   * @param mostBytes of a body
   * @param tooLarge what is said of a larger one
   */
  protected SignedHook(Clock clock, Environment environment, int mostBytes, String tooLarge) {
    this(clock, always(Signature.of(environment.getProperty("DULY_HOOK_SECRET", ""))), mostBytes, tooLarge);
  }

  /** One whose secret depends on the address; there is no hook where it has none. */
  protected SignedHook(Clock clock, Function<HttpServletRequest, Optional<Signature>> signatures, int mostBytes, String tooLarge) {
    this.clock = clock;
    this.signatures = signatures;
    this.mostBytes = mostBytes;
    this.tooLarge = tooLarge;
  }

  private static Function<HttpServletRequest, Optional<Signature>> always(Optional<Signature> signature) {
    return _ -> signature;
  }

  /** What is signed. */
  protected abstract void take(HttpServletRequest request, HttpServletResponse response, byte[] body) throws IOException;

  protected static String path(HttpServletRequest request) {
    return request.getRequestURI().substring(request.getContextPath().length());
  }

  @Override
  protected final void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next) throws ServletException, IOException {
    var signature = signatures.apply(request);
    if (signature.isEmpty()) {
      problem(response, NOT_THERE, "There is no hook here.");
    } else if (!"POST".equals(request.getMethod())) {
      response.setHeader("Allow", "POST");
      problem(response, ONLY_POST, "It is handed in by POST.");
    } else if (request.getContentLengthLong() > mostBytes) {
      problem(response, TOO_LARGE, tooLarge);
    } else {
      signed(signature.get(), request, response, request.getInputStream().readNBytes(mostBytes + 1));
    }
  }

  private void signed(Signature signature, HttpServletRequest request, HttpServletResponse response, byte[] body) throws IOException {
    if (body.length > mostBytes) {
      problem(response, TOO_LARGE, tooLarge);
    } else if (!signature.isOf(request.getHeader("Duly-Timestamp"), request.getHeader("Duly-Signature"), body, clock.instant())) {
      problem(response, UNKNOWN, "The signature is missing, wrong or older than five minutes.");
    } else {
      take(request, response, body);
    }
  }

  protected static void problem(HttpServletResponse response, int status, String detail) throws IOException {
    write(response, status, "application/problem+json", Map.of("type", "about:blank", "status", status, "detail", detail));
  }

  protected static void accepted(HttpServletResponse response, Map<String, Object> body) throws IOException {
    write(response, ACCEPTED, "application/json", body);
  }

  private static void write(HttpServletResponse response, int status, String type, Map<String, Object> body) throws IOException {
    response.setStatus(status);
    response.setContentType(type);
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.getOutputStream().write(JSON.writeValueAsBytes(body));
  }
}
