package io.duly.identity.web;

import io.duly.identity.Person;
import io.duly.identity.SecondFactors;
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
  private final SignIns signIns;
  private final SecondFactors factors;

  Arrival(SignIns signIns, SecondFactors factors, RequestCache wanted) {
    this.signIns = signIns;
    this.factors = factors;
    setRequestCache(wanted);
  }

  @Override
  public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication signedIn)
      throws IOException, ServletException {
    SignedInFrom.mark(request);
    if (signedIn.getPrincipal() instanceof Person person) {
      signIns.failuresBeforeThis(person).ifPresent(failures -> request.getSession().setAttribute(SignIns.Failures.NAME, failures));
    }
    if (signedIn.getPrincipal() instanceof Person person && factors.isLacking(person)) {
      request.getSession().setAttribute(SecondFactors.LACKING, true);
    }
    request.getSession().removeAttribute(SecondStep.Half.NAME);
    request.getSession().removeAttribute(WebSecurity.TYPED_LOGIN);
    super.onAuthenticationSuccess(request, response, signedIn);
  }
}
