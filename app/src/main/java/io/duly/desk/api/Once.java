package io.duly.desk.api;

import io.duly.desk.problem.Problem;
import io.duly.desk.problem.ProblemType;
import io.duly.desk.problem.Refusal;
import io.duly.identity.Caller;
import io.duly.identity.KeptAnswers;
import io.duly.identity.KeptAnswers.Begun;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Does what changes something in one transaction with the answer that it gives, once for each key: the same request again is answered
 * the same. What is refused leaves nothing behind, so that it may be asked again with the same key.
 */
final class Once extends OncePerRequestFilter {
  private static final String KEY = "Idempotency-Key";
  private static final Pattern KEY_SHAPE = Pattern.compile("[\\x21-\\x7e]{1,255}");
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> KEPT_HEADERS = Set.of(HttpHeaders.LOCATION, HttpHeaders.ETAG, HttpHeaders.CONTENT_TYPE);

  private final KeptAnswers answers;
  private final TransactionTemplate transaction;

  Once(KeptAnswers answers, PlatformTransactionManager transactions) {
    this.answers = answers;
    this.transaction = new TransactionTemplate(transactions);
  }

  private record Asked(Caller caller, Optional<String> key, Received body) {}

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next) throws ServletException, IOException {
    if (READING.contains(request.getMethod())) {
      next.doFilter(request, response);
      return;
    }
    var answer = new ContentCachingResponseWrapper(response);
    try (var body = Received.of(request)) {
      var asked = new Asked(CallOfRequest.caller(request), key(request), body);
      transaction.executeWithoutResult(status -> once(status, asked, answer, next));
      if (answer.getStatus() < 300) {
        CallOfRequest.afterwards(request).forEach(Runnable::run);
      }
    } catch (RuntimeException failure) {
      answer.reset();
      (failure instanceof PessimisticLockingFailureException ? busy(answer) : Problems.of(failure)).write(answer);
    }
    answer.copyBodyToResponse();
  }

  private static Problem busy(HttpServletResponse response) {
    response.setHeader(HttpHeaders.RETRY_AFTER, "1");
    return Problem.of(ProblemType.REQUEST_IN_PROGRESS, "A request with this key is being done, or somebody is changing the same. Ask again with the same key.");
  }

  private static Optional<String> key(HttpServletRequest request) {
    var key = Optional.ofNullable(request.getHeader(KEY));
    if (key.isEmpty() && request.getMethod().equals("POST")) {
      throw new Refusal(ProblemType.IDEMPOTENCY_KEY_MISSING, "Send a header Idempotency-Key with a value of your own, such as a UUID, with every POST: it is done once, however often it is sent.", Problem.Part.ofParameter(KEY, "missing"));
    }
    if (key.isPresent() && !KEY_SHAPE.matcher(key.get()).matches()) {
      throw new Refusal(ProblemType.INVALID_REQUEST, "A key has 1 to 255 visible ASCII characters.", Problem.Part.ofParameter(KEY, "not good"));
    }
    return key;
  }

  private void once(TransactionStatus status, Asked asked, ContentCachingResponseWrapper response, FilterChain next) {
    var token = asked.caller().token();
    var begun = asked.key().map(key -> answers.begin(token, key, asked.body().fingerprint())).orElse(new Begun.Fresh());
    switch (begun) {
      case Begun.Before(var before) -> replay(before, response);
      case Begun.Other() -> throw new Refusal(ProblemType.IDEMPOTENCY_KEY_REUSED, "Another request was sent with this key. Choose a new key for each thing to be done.");
      case Begun.Fresh() -> {
        forward(asked.body(), response, next);
        if (response.getStatus() >= 300) {
          status.setRollbackOnly();
        } else {
          asked.key().ifPresent(key -> answers.keep(token, key, kept(response)));
        }
      }
    }
  }

  private static void forward(Received body, HttpServletResponse response, FilterChain next) {
    try {
      next.doFilter(body.request(), response);
    } catch (IOException | ServletException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static KeptAnswers.Answer kept(ContentCachingResponseWrapper response) {
    var headers = KEPT_HEADERS.stream().filter(name -> response.getHeader(name) != null).map(name -> name + ": " + response.getHeader(name)).collect(Collectors.joining("\n"));
    var type = Optional.ofNullable(response.getContentType()).map(name -> "\n" + HttpHeaders.CONTENT_TYPE + ": " + name).orElse("");
    return new KeptAnswers.Answer(response.getStatus(), headers.contains(HttpHeaders.CONTENT_TYPE) ? headers : headers + type, new String(response.getContentAsByteArray(), StandardCharsets.UTF_8));
  }

  private static void replay(KeptAnswers.Answer before, HttpServletResponse response) {
    response.setStatus(before.status());
    before.headers().lines().filter(line -> !line.isEmpty()).forEach(line -> response.setHeader(line.substring(0, line.indexOf(": ")), line.substring(line.indexOf(": ") + 2)));
    response.setHeader("Idempotency-Replayed", "true");
    try {
      response.getOutputStream().write(before.body().getBytes(StandardCharsets.UTF_8));
    } catch (IOException gone) {
      throw new java.io.UncheckedIOException(gone);
    }
  }
}
