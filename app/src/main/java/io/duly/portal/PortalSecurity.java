package io.duly.portal;

import static org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy.NO_REFERRER;

import io.duly.invitations.Invitations;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;

/**
 * A chain of its own before the desk's: it knows visits of debtors only, and the desk's knows people only, so that neither lets the
 * other's in. Nothing is loaded from elsewhere, and no address is told elsewhere.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class PortalSecurity {
  private static final String CONTENT =
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  @Bean
  @Order(2)
  SecurityFilterChain debtorsOnly(HttpSecurity http, Visits visits, GuestCookie cookie, Invitations invitations) {
    return http.securityMatcher("/d", "/d/**")
        .authorizeHttpRequests(
            of ->
                of.requestMatchers("/d/assets/**").permitAll()
                    .requestMatchers(_ -> invitations.portal().isEmpty()).denyAll()
                    .requestMatchers("/d/code", "/d/code/again", "/d/asked", "/d/over", "/d/many").permitAll()
                    .requestMatchers(request -> request.getRequestURI().matches("/d/" + Invitations.TOKEN + "(/(opening|another))?")).permitAll()
                    .anyRequest()
                    .access((asking, _) -> new AuthorizationDecision(asking.get() != null && asking.get().getPrincipal() instanceof Visit)))
        .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(csrf -> csrf.csrfTokenRepository(new GuestForms(cookie)))
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .addFilterBefore(new GuestFilter(visits), AnonymousAuthenticationFilter.class)
        .exceptionHandling(when -> when.authenticationEntryPoint((_, response, _) -> {
          if (invitations.portal().isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
          } else {
            response.sendRedirect("/d/over");
          }
        }))
        .headers(PortalSecurity::headers)
        .build();
  }

  private static void headers(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
        .referrerPolicy(policy -> policy.policy(NO_REFERRER))
        .permissionsPolicyHeader(policy -> policy.policy("camera=(), geolocation=(), microphone=(), payment=()"))
        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny);
  }
}
