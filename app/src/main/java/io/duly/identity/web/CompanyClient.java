package io.duly.identity.web;

import io.duly.identity.CompanySettings;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
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

/**
 * Talks with the company's sign-in: authorization code with PKCE, state and nonce (OpenID Connect Core, section 3.1). What it is
 * able to is asked when somebody first signs in, so that the desk starts while it is down.
 */
@Component
@ConditionalOnWebApplication
class CompanyClient {
  private static final String ID = "company";

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
