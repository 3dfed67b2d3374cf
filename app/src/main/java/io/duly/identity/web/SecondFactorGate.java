package io.duly.identity.web;

import io.duly.identity.SecondStepRule;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Who must have a second step and has none sets it up before anything else. */
@Component
@ConditionalOnWebApplication
class SecondFactorGate implements HandlerInterceptor, WebMvcConfigurer {
  private static final String SET_UP = "/me/second-factor";

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).excludePathPatterns(SET_UP + "/**", "/me/passkeys/**", "/theme", "/assets/**", "/webjars/**", "/sign-in/**", "/welcome/**", "/error", "/actuator/**", "/api/**", "/hooks/**", "/d/**");
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) throws IOException {
    var session = request.getSession(false);
    if (session == null || session.getAttribute(SecondStepRule.LACKING) == null) {
      return true;
    }
    response.sendRedirect(SET_UP);
    return false;
  }
}
