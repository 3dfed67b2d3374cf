package io.duly.identity.web;

import io.duly.identity.CompanySettings;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Talks with the company's sign-in: authorization code with PKCE, state and nonce (OpenID Connect Core, section 3.1). What it is
 * able to is asked when somebody first signs in, so that the desk starts while it is down.
 */
@Component
@ConditionalOnWebApplication
class CompanyClient {
  private static final String ID = "company";
  private static final Logger LOG = LoggerFactory.getLogger(CompanyClient.class);

  private final CompanySettings company;
  private final String answer;
  private final AtomicReference<ClientRegistration> known = new AtomicReference<>();
  private final OidcAuthorizationCodeAuthenticationProvider codes =
      new OidcAuthorizationCodeAuthenticationProvider(new RestClientAuthorizationCodeTokenResponseClient(), asked -> new DefaultOidcUser(List.of(), asked.getIdToken()));

  CompanyClient(CompanySettings company, @Value("${duly.url:}") String address) {
    this.company = company;
    this.answer = (address.isBlank() ? "{baseUrl}" : address.strip().replaceAll("/$", "")) + CompanyStep.PATH;
  }

  /**
   * What the browser is sent there with.
   *
   * @throws IllegalArgumentException or {@link IllegalStateException} where the sign-in cannot be reached or is not what it says
   */
  OAuth2AuthorizationRequest request(HttpServletRequest request) {
    var resolver = new DefaultOAuth2AuthorizationRequestResolver(_ -> registration());
    resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    var made = resolver.resolve(request, ID);
    if (made == null) {
      throw new IllegalStateException("No request to the company's sign-in was made");
    }
    return made;
  }

  /**
   * Who it is, by the ID token that the code is good for: its signature, issuer, audience, times and nonce are checked.
   *
   * @throws AuthenticationException where anything of it is not right
   */
  OidcIdToken token(OAuth2AuthorizationRequest asked, String code, String state) {
    var answered = OAuth2AuthorizationResponse.success(code).state(state).redirectUri(Objects.requireNonNull(asked.getRedirectUri())).build();
    var done = codes.authenticate(new OAuth2LoginAuthenticationToken(registration(), new OAuth2AuthorizationExchange(asked, answered)));
    if (done == null || !(done.getPrincipal() instanceof OidcUser user)) {
      throw new IllegalStateException("The company's sign-in was not asked for an ID token");
    }
    return user.getIdToken();
  }

  /**
   * Where somebody signs out there too (OpenID Connect RP-Initiated Logout, section 2), and comes back from to our sign-in page.
   *
   * @param idToken by which they came
   * @return empty where the company's sign-in announces no such address, or is not reached
   */
  Optional<String> leaving(String idToken, HttpServletRequest request) {
    try {
      return Optional.ofNullable(registration().getProviderDetails().getConfigurationMetadata().get("end_session_endpoint"))
          .map(String::valueOf)
          .filter(there -> there.startsWith("https://") || sameHost(there))
          .map(there -> UriComponentsBuilder.fromUriString(there)
              .queryParam("id_token_hint", "{token}")
              .queryParam("client_id", "{client}")
              .queryParam("post_logout_redirect_uri", "{back}")
              .encode()
              .buildAndExpand(idToken, company.clientId(), back(request))
              .toUriString());
    } catch (IllegalArgumentException | IllegalStateException notThere) {
      LOG.warn("Where to sign out at the company is not known: {}", notThere.getMessage());
      return Optional.empty();
    }
  }

  /** For a provider of this machine, as a trial has one. */
  private boolean sameHost(String there) {
    return there.startsWith(company.issuer());
  }

  private String back(HttpServletRequest request) {
    var base = answer.startsWith("{") ? ServletUriComponentsBuilder.fromContextPath(request).build().toUriString() : answer.substring(0, answer.length() - CompanyStep.PATH.length());
    return base + "/sign-in";
  }

  private ClientRegistration registration() {
    var there = known.get();
    return there != null ? there : known.updateAndGet(before -> before != null ? before : discovered());
  }

  private ClientRegistration discovered() {
    return ClientRegistrations.fromIssuerLocation(company.issuer())
        .registrationId(ID)
        .clientId(company.clientId())
        .clientSecret(company.clientSecret())
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .redirectUri(answer)
        .scope("openid", "email", "profile")
        .build();
  }
}
