package io.duly.identity.web;

import io.duly.identity.CompanySignIns;
import io.duly.identity.PasskeyChallenge;
import io.duly.identity.PasskeySignIns;
import io.duly.identity.RelyingParty;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serial;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Both steps at once: a passkey whose authenticator has looked who it is. What it signs is taken from the session, once. */
final class PasskeyStep extends AbstractAuthenticationProcessingFilter {
  static final String PATH = "/sign-in/passkey";
  private static final int ANSWER_LIMIT = 20_000;

  private final PasskeySignIns signIns;
  private final CompanySignIns company;
  private final RelyingParty party;

  PasskeyStep(PasskeySignIns signIns, CompanySignIns company, RelyingParty party) {
    super(PathPatternRequestMatcher.pathPattern(HttpMethod.POST, PATH), _ -> {
      throw new IllegalStateException("The passkey step asks the passkeys itself");
    });
    this.signIns = signIns;
    this.company = company;
    this.party = party;
  }

  /** There may be a second one of that passkey. */
  static final class Copied extends AuthenticationException {
    @Serial private static final long serialVersionUID = 1;

    Copied() {
      super("copied passkey");
    }
  }

  @Override
  public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response) {
    var challenge = taken(request);
    var site = party.at(URI.create(request.getRequestURL().toString()));
    var answer = Optional.ofNullable(request.getParameter("credential")).filter(text -> text.length() <= ANSWER_LIMIT);
    if (challenge.isEmpty() || site.isEmpty() || answer.isEmpty()) {
      throw new BadCredentialsException("no passkey was asked for, or none came");
    }
    return switch (signIns.attempt(answer.get(), challenge.get(), site.get(), request.getRemoteAddr())) {
      case PasskeySignIns.Admitted(var person) when company.isTheOnlyWayOf(person) -> throw new OnlyByCompany();
      case PasskeySignIns.Admitted(var person) -> SignInProvider.signedIn(person);
      case PasskeySignIns.Refused _ -> throw new BadCredentialsException("refused");
      case PasskeySignIns.Copied _ -> throw new Copied();
      case PasskeySignIns.NotHeard(var until) -> throw new TooManyAttempts(until);
    };
  }

  private static Optional<PasskeyChallenge> taken(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session == null || !(session.getAttribute(PasskeyChallenge.TO_SIGN_IN) instanceof PasskeyChallenge challenge)) {
      return Optional.empty();
    }
    session.removeAttribute(PasskeyChallenge.TO_SIGN_IN);
    return Optional.of(challenge);
  }
}
