package io.duly.identity.web;

import io.duly.identity.People;
import io.duly.identity.Person;
import io.duly.identity.SecondFactors;
import io.duly.identity.SecondStepRule;
import io.duly.identity.Secret;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serial;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** The second step: who has shown a password shows a code too. The session knows meanwhile only who that would be. */
final class SecondStep extends AbstractAuthenticationProcessingFilter {
  static final String PATH = "/sign-in/code";

  /** Under which the session keeps what is asked, for the page that asks it. */
  static final String ASKED = "duly.half-asked";

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final SecondFactors factors;
  private final People people;
  private final InstantSource clock;

  SecondStep(SecondFactors factors, People people, InstantSource clock) {
    super(PathPatternRequestMatcher.pathPattern(HttpMethod.POST, PATH), _ -> {
      throw new IllegalStateException("The second step asks the codes itself");
    });
    this.factors = factors;
    this.people = people;
    this.clock = clock;
  }

  /** The password was right; the code is still to come. */
  static final class Needed extends AuthenticationException {
    @Serial private static final long serialVersionUID = 1;
    final transient Person person;
    final SecondStepRule.Asked asked;

    Needed(Person person, SecondStepRule.Asked asked) {
      super("second step");
      this.person = person;
      this.asked = asked;
    }
  }

  /** Who it would be, and since when. */
  record Half(Person person, Instant since) implements Serializable {
    @Serial private static final long serialVersionUID = 1;
    static final String NAME = "duly.half";
  }

  /** The session gets a new name with each step. */
  static void begin(HttpServletRequest request, Needed needed, Instant now) {
    request.getSession();
    request.changeSessionId();
    request.getSession().setAttribute(Half.NAME, new Half(needed.person, now));
    request.getSession().setAttribute(ASKED, needed.asked.name());
  }

  @Override
  public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response) {
    var half = half(request).filter(one -> one.since().plus(PATIENCE).isAfter(clock.instant()));
    if (half.isEmpty()) {
      throw new CredentialsExpiredException("the password was shown too long ago");
    }
    var person = half.get().person();
    var code = Optional.ofNullable(request.getParameter("code")).orElse("");
    return switch (factors.answer(person.id(), code.substring(0, Math.min(code.length(), Secret.LENGTH)))) {
      case RIGHT -> SignInProvider.signedIn(people.admitted(person.id()).orElseThrow(() -> new CredentialsExpiredException("shut out meanwhile")));
      case WRONG -> throw new BadCredentialsException("wrong code");
      case CLOSED -> throw new TooManyAttempts(SecondFactors.LOCK);
    };
  }

  static Optional<Half> half(HttpServletRequest request) {
    var session = request.getSession(false);
    return session != null && session.getAttribute(Half.NAME) instanceof Half half ? Optional.of(half) : Optional.empty();
  }
}
