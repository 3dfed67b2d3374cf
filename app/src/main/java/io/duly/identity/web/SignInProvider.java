package io.duly.identity.web;

import io.duly.identity.CompanySignIns;
import io.duly.identity.Person;
import io.duly.identity.SecondStepRule;
import io.duly.identity.SignIns;
import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Answers Spring Security with what the sign-in says; the principal is the {@link Person}. */
@Component
final class SignInProvider implements AuthenticationProvider {
  private final SignIns signIns;
  private final SecondStepRule rule;
  private final CompanySignIns company;

  SignInProvider(SignIns signIns, SecondStepRule rule, CompanySignIns company) {
    this.signIns = signIns;
    this.rule = rule;
    this.company = company;
  }

  @Override
  public Authentication authenticate(Authentication asked) {
    var password = String.valueOf(asked.getCredentials());
    return switch (signIns.attempt(asked.getName(), password, addressOf(asked))) {
      case SignIns.Admitted(var person) -> afterThePassword(person);
      case SignIns.Refused _ -> throw new BadCredentialsException("refused");
      case SignIns.Locked _ -> throw new TooManyAttempts(SignIns.LOCK);
      case SignIns.NotHeard(var until) -> throw new TooManyAttempts(until);
    };
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }

  private Authentication afterThePassword(Person person) {
    if (company.isTheOnlyWayOf(person)) {
      throw new OnlyByCompany();
    }
    var asked = rule.after(person);
    if (asked != SecondStepRule.Asked.NOTHING) {
      throw new SecondStep.Needed(person, asked);
    }
    return signedIn(person);
  }

  static Authentication signedIn(Person person) {
    var role = new SimpleGrantedAuthority("ROLE_" + person.role().name());
    return UsernamePasswordAuthenticationToken.authenticated(person, null, List.of(role));
  }

  private static String addressOf(Authentication asked) {
    return asked.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
  }
}
