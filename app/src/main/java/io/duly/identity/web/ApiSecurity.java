package io.duly.identity.web;

import io.duly.identity.ApiTokens;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;

/** The API knows tokens, no sessions: no cookie lets anybody in there, and none is made. So no form of another site can use it either. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class ApiSecurity {
  private static final String CHALLENGE = "Bearer realm=\"duly\"";

  @Bean
  @Order(1)
  SecurityFilterChain tokensOnly(HttpSecurity http, ApiTokens tokens, @Value("${duly.api.per-minute:600}") int perMinute) {
    return http.securityMatcher("/api/**")
        .authorizeHttpRequests(of -> of.requestMatchers("/api/v1/openapi.json").permitAll().anyRequest().authenticated())
        .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .addFilterBefore(new Bearer(tokens, new Pace(perMinute)), AnonymousAuthenticationFilter.class)
        .exceptionHandling(when -> when.authenticationEntryPoint((request, response, _) -> {
          var silent = request.getHeader(HttpHeaders.AUTHORIZATION) == null;
          response.setHeader(HttpHeaders.WWW_AUTHENTICATE, silent ? CHALLENGE : CHALLENGE + ", error=\"invalid_token\"");
          response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        }))
        .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'")))
        .build();
  }
}
