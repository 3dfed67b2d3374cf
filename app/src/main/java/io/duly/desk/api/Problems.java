package io.duly.desk.api;

import io.duly.banking.cash.CannotMatch;
import io.duly.cases.CannotRecord;
import io.duly.correspondence.sending.CannotChange;
import io.duly.desk.page.NotThere;
import io.duly.desk.problem.Problem;
import io.duly.desk.problem.ProblemType;
import io.duly.desk.problem.Refusal;
import io.duly.identity.MayNotChange;
import io.duly.intake.CannotImport;
import io.duly.ledger.AllocationRefused;
import io.duly.webhooks.CannotMakeWebhook;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Says of everything that goes wrong under {@code /api} what it is and what to do about it; what is our fault is in the log. */
@Component
@ConditionalOnWebApplication
final class Problems implements HandlerExceptionResolver, Ordered {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  @Override
  public @Nullable ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
    if (!request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
      return null;
    }
    if (failure instanceof HttpRequestMethodNotSupportedException other) {
      response.setHeader(HttpHeaders.ALLOW, String.join(", ", Objects.requireNonNullElse(other.getSupportedMethods(), new String[0])));
    }
    try {
      of(failure).write(response);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
    return new ModelAndView();
  }

  static Problem of(Exception failure) {
    return switch (failure) {
      case Refusal refusal -> refusal.problem();
      case NotThere _ -> Problem.of(ProblemType.NOT_FOUND);
      case MayNotChange _ -> Problem.of(ProblemType.FORBIDDEN);
      case CannotRecord refused -> refused(refused);
      case CannotChange refused -> refused(refused);
      case CannotMatch refused -> refused(refused);
      case CannotImport refused -> refused(refused);
      case AllocationRefused refused -> refused(refused);
      case CannotMakeWebhook refused -> refused(refused);
      case CannotAcquireLockException _ -> Problem.of(ProblemType.CONFLICT, "Somebody else was changing the same. Nothing was done; ask again.");
      case HttpMediaTypeNotSupportedException other -> Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Send it as one of " + other.getSupportedMediaTypes() + ".");
      default -> Misunderstood.of(failure).orElseGet(() -> fault(failure));
    };
  }

  private static Problem refused(RuntimeException why) {
    return Problem.of(ProblemType.REFUSED, String.valueOf(why.getMessage()));
  }

  private static Problem fault(Exception failure) {
    LOG.error("A request of the API failed: {}", failure.getClass().getName(), failure);
    return Problem.of(ProblemType.INTERNAL_ERROR);
  }
}
