package io.duly.identity.web;

import static org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy.SAME_ORIGIN;

import io.duly.identity.CompanySettings;
import io.duly.identity.CompanySignIns;
import io.duly.identity.PasskeySignIns;
import io.duly.identity.People;
import io.duly.identity.RelyingParty;
import io.duly.identity.SecondFactors;
import io.duly.identity.SecondStepRule;
import io.duly.identity.SignIns;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/** Everything needs a signed-in person, except the sign-in page, the links to choose a password, the style and the health of the server. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class WebSecurity {
  /** The name that the last attempt was made with, kept in the session so that it need not be typed again. */
  static final String TYPED_LOGIN = "duly.typed-login";

  /** How long to wait, for the page that says so. */
  static final String WAIT = "duly.wait";

  private static final Logger LOG = LoggerFactory.getLogger(WebSecurity.class);
  private static final String REFUSED = "/sign-in/refused";
  private static final String SIGN_IN = "/sign-in";
  private static final String CONTENT =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; frame-src 'self'; "
          + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  /** Nothing reads how long each filter of the chain took. */
  @Bean
  SecurityObservationSettings unobserved() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  SecurityFilterChain signedInOnly(
      HttpSecurity http, SignIns signIns, SecondFactors factors, SecondStepRule rule, PasskeySignIns passkeys, RelyingParty party, CompanySettings company, CompanySignIns companies,
      CompanyClient client, People people, Clock clock) {
    var arrival = new Arrival(signIns, rule, pagesOnly());
    var secondStep = entering(new SecondStep(factors, people, clock), arrival, WebSecurity::backToTheCode);
    var passkeyStep = entering(new PasskeyStep(passkeys, companies, party), arrival, WebSecurity::withoutPasskey);
    var end = new CompanyEnd(client, SIGN_IN + "?out");
    if (company.isOn()) {
      http.addFilterBefore(new CompanyStart(client), UsernamePasswordAuthenticationFilter.class)
          .addFilterAfter(entering(new CompanyStep(client, companies, rule), arrival, withoutCompany(clock)), UsernamePasswordAuthenticationFilter.class);
    }
    return http.authorizeHttpRequests(
            of ->
                of.requestMatchers(SIGN_IN, SecondStep.PATH, PasskeyStep.PATH, PasskeyStep.PATH + "/challenge", CompanyStart.PATH, CompanyStep.PATH, REFUSED, "/welcome/*", "/assets/**", "/webjars/**", "/favicon.ico", "/actuator/health", "/error")
                    .permitAll()
                    .anyRequest()
                    .access(new WhoMay()))
        .formLogin(
            form ->
                form.loginPage(SIGN_IN)
                    .usernameParameter("login")
                    .passwordParameter("password")
                    .successHandler(arrival)
                    .failureHandler(backToTheForm(clock)))
        .addFilterAfter(secondStep, UsernamePasswordAuthenticationFilter.class)
        .addFilterAfter(passkeyStep, UsernamePasswordAuthenticationFilter.class)
        .logout(out -> out.logoutUrl("/sign-out").addLogoutHandler(end).logoutSuccessHandler(end))
        .requestCache(cache -> cache.requestCache(pagesOnly()))
        .exceptionHandling(when -> when.authenticationEntryPoint(toTheForm()))
        .headers(WebSecurity::headers)
        .build();
  }

  /** As the form does: the session gets another name, and its forms other tokens. */
  private static <T extends AbstractAuthenticationProcessingFilter> T entering(T step, Arrival arrival, AuthenticationFailureHandler failed) {
    step.setAuthenticationSuccessHandler(arrival);
    step.setAuthenticationFailureHandler(failed);
    step.setSecurityContextRepository(new HttpSessionSecurityContextRepository());
    step.setSessionAuthenticationStrategy(new CompositeSessionAuthenticationStrategy(List.of(new ChangeSessionIdAuthenticationStrategy(), new CsrfAuthenticationStrategy(new HttpSessionCsrfTokenRepository()))));
    return step;
  }

  private static void headers(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
        .referrerPolicy(policy -> policy.policy(SAME_ORIGIN))
        .permissionsPolicyHeader(policy -> policy.policy("camera=(), geolocation=(), microphone=(), payment=()"))
        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny);
  }

  private static AuthenticationFailureHandler backToTheForm(Clock clock) {
    return (request, response, failure) -> {
      if (failure instanceof SecondStep.Needed needed) {
        SecondStep.begin(request, needed, clock.instant());
        response.sendRedirect(SecondStep.PATH);
        return;
      }
      request.getSession().setAttribute(TYPED_LOGIN, request.getParameter("login"));
      if (failure instanceof TooManyAttempts tooMany) {
        refuse(request, response, tooMany);
      } else {
        response.sendRedirect(SIGN_IN + (failure instanceof OnlyByCompany ? "?only" : "?wrong"));
      }
    };
  }

  private static void backToTheCode(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure) throws IOException, ServletException {
    if (failure instanceof TooManyAttempts tooMany) {
      refuse(request, response, tooMany);
    } else {
      response.sendRedirect(failure instanceof BadCredentialsException ? SecondStep.PATH + "?wrong" : SIGN_IN);
    }
  }

  private static void withoutPasskey(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure) throws IOException, ServletException {
    if (failure instanceof TooManyAttempts tooMany) {
      refuse(request, response, tooMany);
    } else {
      response.sendRedirect(SIGN_IN + (failure instanceof PasskeyStep.Copied ? "?copied" : failure instanceof OnlyByCompany ? "?only" : "?passkey"));
    }
  }

  private static AuthenticationFailureHandler withoutCompany(Clock clock) {
    return (request, response, failure) -> {
      if (failure instanceof SecondStep.Needed needed) {
        SecondStep.begin(request, needed, clock.instant());
        response.sendRedirect(SecondStep.PATH);
      } else if (failure instanceof TooManyAttempts tooMany) {
        refuse(request, response, tooMany);
      } else {
        LOG.warn("Somebody came back from the company's sign-in and was not let in: {}", failure instanceof OAuth2AuthenticationException coded ? coded.getError().getErrorCode() : failure.getMessage());
        response.sendRedirect(SIGN_IN + (failure instanceof CompanyStep.Stranger ? "?stranger" : "?company"));
      }
    };
  }

  /** A page says in words how long to wait, the header says it to programs (RFC 6585, section 4). */
  private static void refuse(HttpServletRequest request, HttpServletResponse response, TooManyAttempts tooMany) throws IOException, ServletException {
    response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, tooMany.wait.toSeconds())));
    request.setAttribute(WAIT, tooMany.wait);
    request.getRequestDispatcher(REFUSED).forward(request, response);
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
