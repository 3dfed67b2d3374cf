package io.duly.payments;

import io.duly.correspondence.hook.Signature;
import io.duly.correspondence.hook.SignedHook;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes what a provider of payments tells by {@code POST /hooks/payments/NAME}, signed with the secret of that name. */
@Component
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE + 12)
final class PaymentHook extends SignedHook {
  private static final Logger LOG = LoggerFactory.getLogger(PaymentHook.class);
  private static final Pattern PATH = Pattern.compile("/hooks/payments/([a-z][a-z0-9]{0,30})");
  private static final int MOST_BYTES = 64 * 1024;

  private final Happenings happenings;

  PaymentHook(Happenings happenings, Contracts contracts, Clock clock) {
    super(clock, request -> signature(contracts, request), MOST_BYTES, "It has at most " + MOST_BYTES + " bytes.");
    this.happenings = happenings;
  }

  private static Optional<Signature> signature(Contracts contracts, HttpServletRequest request) {
    return name(request).flatMap(contracts::signature);
  }

  private static Optional<String> name(HttpServletRequest request) {
    var named = PATH.matcher(path(request));
    return named.matches() ? Optional.of(named.group(1)) : Optional.empty();
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return name(request).isEmpty();
  }

  @Override
  protected void take(HttpServletRequest request, HttpServletResponse response, byte[] body) throws IOException {
    try {
      var told = Told.read(body);
      var outcome = happenings.take(name(request).orElseThrow(), told);
      if (outcome.isPresent()) {
        accepted(response, Map.of("id", told.event(), "outcome", outcome.get().kind().word()));
      } else {
        problem(response, NOT_THERE, "There is no provider of that name.");
      }
    } catch (InvalidTold invalid) {
      problem(response, BAD, String.valueOf(invalid.getMessage()));
    } catch (DataAccessException | org.springframework.dao.DataAccessException failed) {
      LOG.error("What a provider of payments told could not be kept: {}", failed.getClass().getName(), failed);
      problem(response, LATER, "It could not be kept now; tell it again.");
    }
  }
}
