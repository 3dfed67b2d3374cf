package io.duly.correspondence.sending.web;

import io.duly.correspondence.hook.SignedHook;
import io.duly.correspondence.provider.InvalidReceipt;
import io.duly.correspondence.sending.Moment;
import io.duly.correspondence.sending.Receipts;
import io.duly.correspondence.sending.WrongConfiguration;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.regex.Pattern;
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Takes delivery receipts in by {@code POST /hooks/sms}, or {@code /hooks/sms/NAME} of a provider with a name. */
@Component
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE + 11)
final class ReceiptHook extends SignedHook {
  private static final Logger LOG = LoggerFactory.getLogger(ReceiptHook.class);
  private static final Pattern PATH = Pattern.compile("/hooks/sms(?:/([a-z][a-z0-9]{0,30}))?");

  private final Receipts receipts;
  private final Clock clock;

  ReceiptHook(Receipts receipts, Clock clock, Environment environment) {
    super(clock, environment, Receipts.MOST_BYTES, "Receipts have at most " + Receipts.MOST_BYTES + " bytes.");
    this.receipts = receipts;
    this.clock = clock;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !PATH.matcher(path(request)).matches();
  }

  @Override
  protected void take(HttpServletRequest request, HttpServletResponse response, byte[] body) throws IOException {
    var found = PATH.matcher(path(request));
    var name = found.matches() && found.group(1) != null ? found.group(1) : "default";
    try {
      var taken = receipts.take(name, String.valueOf(request.getContentType()), body, Moment.of(clock));
      accepted(response, Map.of("receipts", taken.receipts(), "ours", taken.ours(), "changed", taken.changed()));
    } catch (InvalidReceipt | WrongConfiguration wrong) {
      problem(response, BAD, String.valueOf(wrong.getMessage()));
    } catch (SQLException | DataAccessException failed) {
      LOG.error("Delivery receipts could not be kept: {}", failed.getClass().getName(), failed);
      problem(response, LATER, "They could not be kept now; hand them in again.");
    }
  }
}
