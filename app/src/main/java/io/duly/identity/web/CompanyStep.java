package io.duly.identity.web;

import io.duly.identity.CompanySignIns;
import io.duly.identity.SecondStepRule;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serial;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Somebody comes back from the company's sign-in. Where it has not asked for a second step, ours is asked. */
final class CompanyStep extends AbstractAuthenticationProcessingFilter {
  static final String PATH = CompanyStart.PATH + "/answer";

  private final CompanyClient client;
  private final CompanySignIns signIns;
  private final SecondStepRule rule;

  CompanyStep(CompanyClient client, CompanySignIns signIns, SecondStepRule rule) {
    super(PathPatternRequestMatcher.pathPattern(HttpMethod.GET, PATH), _ -> {
      throw new IllegalStateException("The company's step asks the company itself");
    });
    this.client = client;
    this.signIns = signIns;
    this.rule = rule;
  }

  /** The company knows them; nobody here does. */
  static final class Stranger extends AuthenticationException {
    @Serial private static final long serialVersionUID = 1;

    Stranger() {
      super("nobody here");
    }
  }

  @Override
  public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response) {
    var asked = taken(request).orElseThrow(() -> new BadCredentialsException("nothing was asked"));
    var code = request.getParameter("code");
    var state = request.getParameter("state");
    if (code == null || state == null) {
      throw new BadCredentialsException("the company's sign-in refused");
    }
    var token = client.token(asked, code, state);
    return switch (signIns.attempt(Objects.requireNonNull(token.getSubject()), token.getClaims(), request.getRemoteAddr())) {
      case CompanySignIns.Admitted(var person, var bothSteps) -> {
        request.getSession().setAttribute(CompanyEnd.TOKEN, token.getTokenValue());
        var lacks = bothSteps ? SecondStepRule.Asked.NOTHING : rule.after(person);
        if (lacks != SecondStepRule.Asked.NOTHING) {
          throw new SecondStep.Needed(person, lacks);
        }
        request.setAttribute(Arrival.BOTH_STEPS, bothSteps ? true : null);
        yield SignInProvider.signedIn(person);
      }
      case CompanySignIns.Stranger _ -> throw new Stranger();
      case CompanySignIns.NotHeard(var until) -> throw new TooManyAttempts(until);
    };
  }

  private static Optional<OAuth2AuthorizationRequest> taken(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session == null || !(session.getAttribute(CompanyStart.ASKED) instanceof OAuth2AuthorizationRequest asked)) {
      return Optional.empty();
    }
    session.removeAttribute(CompanyStart.ASKED);
    return Optional.of(asked);
  }
}
