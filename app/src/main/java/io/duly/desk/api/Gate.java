package io.duly.desk.api;

import io.duly.desk.problem.Problem;
import io.duly.desk.problem.ProblemType;
import io.duly.desk.problem.Refusal;
import io.duly.identity.Caller;
import io.duly.identity.TokenScope;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets a token through to what it is good for: by its scopes, and by its person's role. */
@Component
@ConditionalOnWebApplication
final class Gate implements HandlerInterceptor, WebMvcConfigurer {
  /** Who may not open it is not told what is there. */
  static final int ORDER = 0;

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/api/**").order(ORDER);
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method && method.getBeanType().getPackageName().startsWith("io.duly.")) {
      var needs = method.getMethodAnnotation(Needs.class);
      if (needs == null) {
        throw new IllegalStateException("nobody may open " + method + ", for it does not say what it needs");
      }
      refuseUnfit(CallOfRequest.caller(request), needs);
    }
    return true;
  }

  private static void refuseUnfit(Caller caller, Needs needs) {
    var role = caller.person().role();
    if (!needs.value().fits(role) || !(needs.clients() || role.isOfTheHouse())) {
      throw new Refusal(Problem.of(ProblemType.FORBIDDEN));
    }
    refuseWithout(caller, needs.value());
  }

  /** @throws Refusal where the token is not good for it */
  static void refuseWithout(Caller caller, TokenScope scope) {
    if (!caller.may(scope)) {
      var code = scope.code();
      throw new Refusal(ProblemType.INSUFFICIENT_SCOPE, "This needs a token with the scope “" + code + "”. Make one on the page /me, or with ./duly token add.");
    }
  }
}
