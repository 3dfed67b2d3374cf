package io.duly.identity.web;

import io.duly.identity.Person;
import io.duly.identity.SecondStepRule;
import io.duly.identity.SignIns;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;

/**
 * Somebody has signed in: the session notes where from, and what failed with their name since the last time, which the
 * page that they wanted tells them.
 */
final class Arrival extends SavedRequestAwareAuthenticationSuccessHandler {
  /** Of a request in which somebody else has seen to both steps. */
  static final String BOTH_STEPS = "duly.both-steps";

  private final SignIns signIns;
  private final SecondStepRule rule;

  Arrival(SignIns signIns, SecondStepRule rule, RequestCache wanted) {
    this.signIns = signIns;
    this.rule = rule;
    setRequestCache(wanted);
  }

  @Override
  public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication signedIn)
      throws IOException, ServletException {
    SignedInFrom.mark(request);
    if (signedIn.getPrincipal() instanceof Person person) {
      signIns.failuresBeforeThis(person).ifPresent(failures -> request.getSession().setAttribute(SignIns.Failures.NAME, failures));
    }
    if (request.getAttribute(BOTH_STEPS) == null && signedIn.getPrincipal() instanceof Person person && rule.isLacking(person)) {
      request.getSession().setAttribute(SecondStepRule.LACKING, true);
    } else {
      request.getSession().removeAttribute(SecondStepRule.LACKING);
    }
    request.getSession().removeAttribute(SecondStep.Half.NAME);
    request.getSession().removeAttribute(SecondStep.ASKED);
    request.getSession().removeAttribute(WebSecurity.TYPED_LOGIN);
    super.onAuthenticationSuccess(request, response, signedIn);
  }
}
