package io.duly.correspondence.reply.web;

import io.duly.cases.Recorded;
import io.duly.correspondence.hook.SignedHook;
import io.duly.correspondence.reply.Arrival;
import io.duly.correspondence.reply.Replies;
import io.duly.correspondence.sending.Moment;
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

/** Takes messages in by {@code POST /hooks/mail}: as they are ({@code message/rfc822}) or in the form of a provider. */
@Component
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class MailHook extends SignedHook {
  private static final Logger LOG = LoggerFactory.getLogger(MailHook.class);
  /** A form takes more than its message. */
  private static final int MOST_BYTES = Arrival.MOST_BYTES / 10 * 14;
  private static final String MOST = "A message has at most " + Arrival.MOST_BYTES + " bytes.";

  private final Replies replies;
  private final Clock clock;

  MailHook(Replies replies, Clock clock, Environment environment) {
    super(clock, environment, MOST_BYTES, MOST);
    this.replies = replies;
    this.clock = clock;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !path(request).equals("/hooks/mail");
  }

  @Override
  protected void take(HttpServletRequest request, HttpServletResponse response, byte[] body) throws IOException {
    var handed = HandedIn.read(String.valueOf(request.getContentType()), body);
    if (handed.isEmpty()) {
      problem(response, BAD, "A message comes as message/rfc822, or as the field email or body-mime of a form.");
    } else if (handed.get().message().length > Arrival.MOST_BYTES) {
      problem(response, TOO_LARGE, MOST);
    } else {
      take(response, handed.get());
    }
  }

  private void take(HttpServletResponse response, HandedIn handed) throws IOException {
    try {
      var arrival = new Arrival(handed.message(), Arrival.Via.HOOK, handed.recipient(), Recorded.DULY, Optional.empty());
      var taken = replies.take(arrival, Moment.of(clock));
      accepted(response, Map.of("id", taken.id().toString(), "again", taken.again()));
    } catch (SQLException | DataAccessException failed) {
      LOG.error("A message that was handed in could not be kept: {}", failed.getClass().getName(), failed);
      problem(response, LATER, "It could not be kept now; hand it in again.");
    }
  }
}
