package io.duly.correspondence.reply.web;

import io.duly.cases.Recorded;
import io.duly.correspondence.reply.Arrival;
import io.duly.correspondence.reply.Replies;
import io.duly.correspondence.sending.Moment;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes messages in by {@code POST /hooks/mail}: as they are ({@code message/rfc822}) or in the form of a provider. Stands before
 * sessions, sign-in and whatever would read the body, for the signature is over its bytes. Not there without a secret.
 */
@Component
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class MailHook extends OncePerRequestFilter {
  private static final Logger LOG = LoggerFactory.getLogger(MailHook.class);
  private static final JsonMapper JSON = JsonMapper.builder().build();
  /** A form takes more than its message. */
  private static final int MOST_BYTES = Arrival.MOST_BYTES / 10 * 14;

  private static final int ACCEPTED = 202;
  private static final int BAD = 400;
  private static final int UNKNOWN = 401;
  private static final int NOT_THERE = 404;
  private static final int ONLY_POST = 405;
  private static final int TOO_LARGE = 413;
  private static final int LATER = 503;

  private final Replies replies;
  private final Clock clock;
  private final Optional<Signature> signature;

  MailHook(Replies replies, Clock clock, Environment environment) {
    this.replies = replies;
    this.clock = clock;
    this.signature = Signature.of(environment.getProperty("DULY_HOOK_SECRET", ""));
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().equals(request.getContextPath() + "/hooks/mail");
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next) throws ServletException, IOException {
    if (signature.isEmpty()) {
      problem(response, NOT_THERE, "There is no hook here.");
    } else if (!"POST".equals(request.getMethod())) {
      response.setHeader("Allow", "POST");
      problem(response, ONLY_POST, "Messages are handed in by POST.");
    } else if (request.getContentLengthLong() > MOST_BYTES) {
      problem(response, TOO_LARGE, "A message has at most " + Arrival.MOST_BYTES + " bytes.");
    } else {
      signed(request, response, request.getInputStream().readNBytes(MOST_BYTES + 1));
    }
  }

  private void signed(HttpServletRequest request, HttpServletResponse response, byte[] body) throws IOException {
    if (body.length > MOST_BYTES) {
      problem(response, TOO_LARGE, "A message has at most " + Arrival.MOST_BYTES + " bytes.");
    } else if (!signature.orElseThrow().isOf(request.getHeader("Duly-Timestamp"), request.getHeader("Duly-Signature"), body, clock.instant())) {
      problem(response, UNKNOWN, "The signature is missing, wrong or older than five minutes.");
    } else {
      var handed = HandedIn.read(String.valueOf(request.getContentType()), body);
      if (handed.isEmpty()) {
        problem(response, BAD, "A message comes as message/rfc822, or as the field email or body-mime of a form.");
      } else if (handed.get().message().length > Arrival.MOST_BYTES) {
        problem(response, TOO_LARGE, "A message has at most " + Arrival.MOST_BYTES + " bytes.");
      } else {
        take(response, handed.get());
      }
    }
  }

  private void take(HttpServletResponse response, HandedIn handed) throws IOException {
    try {
      var arrival = new Arrival(handed.message(), Arrival.Via.HOOK, handed.recipient(), Recorded.DULY, Optional.empty());
      var taken = replies.take(arrival, Moment.of(clock));
      write(response, ACCEPTED, "application/json", Map.of("id", taken.id().toString(), "again", taken.again()));
    } catch (SQLException | DataAccessException failed) {
      LOG.error("A message that was handed in could not be kept: {}", failed.getClass().getName(), failed);
      problem(response, LATER, "It could not be kept now; hand it in again.");
    }
  }

  private static void problem(HttpServletResponse response, int status, String detail) throws IOException {
    write(response, status, "application/problem+json", Map.of("type", "about:blank", "status", status, "detail", detail));
  }

  private static void write(HttpServletResponse response, int status, String type, Map<String, Object> body) throws IOException {
    response.setStatus(status);
    response.setContentType(type);
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.getOutputStream().write(JSON.writeValueAsBytes(body));
  }
}
