package io.duly.identity.web;

import static org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy.SAME_ORIGIN;

import io.duly.identity.SignIns;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.authentication.LockedException;
import jakarta.servlet.http.HttpServletResponse;

/** Everything needs a signed-in person, except the sign-in page, the links to choose a password, the style and the health of the server. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class WebSecurity {
  /** The name that the last attempt was made with, kept in the session so that it need not be typed again. */
  static final String TYPED_LOGIN = "duly.typed-login";

  private static final String SIGN_IN = "/sign-in";
  private static final String CONTENT =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; frame-src 'self'; "
          + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  @Bean
  SecurityFilterChain signedInOnly(HttpSecurity http, SignIns signIns) {
    return http.authorizeHttpRequests(
            of ->
                of.requestMatchers(SIGN_IN, "/welcome/*", "/assets/**", "/webjars/**", "/favicon.ico", "/actuator/health", "/error")
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .formLogin(
            form ->
                form.loginPage(SIGN_IN)
                    .usernameParameter("login")
                    .passwordParameter("password")
                    .successHandler(new Arrival(signIns, pagesOnly()))
                    .failureHandler(backToTheForm()))
        .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl(SIGN_IN + "?out"))
        .requestCache(cache -> cache.requestCache(pagesOnly()))
        .exceptionHandling(when -> when.authenticationEntryPoint(toTheForm()))
        .headers(WebSecurity::headers)
        .build();
  }

  private static void headers(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
        .referrerPolicy(policy -> policy.policy(SAME_ORIGIN))
        .permissionsPolicyHeader(policy -> policy.policy("camera=(), geolocation=(), microphone=(), payment=()"))
        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny);
  }

  private static AuthenticationFailureHandler backToTheForm() {
    return (request, response, failure) -> {
      request.getSession().setAttribute(TYPED_LOGIN, request.getParameter("login"));
      response.sendRedirect(SIGN_IN + (failure instanceof LockedException ? "?locked" : "?wrong"));
    };
  }

  private static HttpSessionRequestCache pagesOnly() {
    var cache = new HttpSessionRequestCache();
    cache.setRequestMatcher(
        request ->
            "GET".equals(request.getMethod())
                && request.getHeader("HX-Request") == null
                && String.valueOf(request.getHeader("Accept")).contains("text/html"));
    return cache;
  }

  /** A part of a page cannot show the form: htmx is told to go there with the whole page. */
  private static AuthenticationEntryPoint toTheForm() {
    var redirect = new LoginUrlAuthenticationEntryPoint(SIGN_IN);
    return (request, response, why) -> {
      if (request.getHeader("HX-Request") == null) {
        redirect.commence(request, response, why);
      } else {
        response.setHeader("HX-Redirect", SIGN_IN);
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
      }
    };
  }
}
