package io.duly.identity;

import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** A company's own sign-in by OpenID Connect, where one is configured: {@code DULY_COMPANY_…}. */
@Component
public final class CompanySettings {
  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

  private final String issuer;
  private final String clientId;
  private final String clientSecret;
  private final String name;
  private final String claim;
  private final List<String> secondStep;
  private final boolean only;
  private final CompanyRoles roles;
  private final String rolesClaim;

  CompanySettings(
      @Value("${duly.company.issuer:}") String issuer,
      @Value("${duly.company.client-id:}") String clientId,
      @Value("${duly.company.client-secret:}") String clientSecret,
      @Value("${duly.company.name:}") String name,
      @Value("${duly.company.claim:email}") String claim,
      @Value("${duly.company.second-step:}") List<String> secondStep,
      @Value("${duly.company.only:false}") boolean only,
      @Value("${duly.company.roles:}") String roles,
      @Value("${duly.company.roles-claim:groups}") String rolesClaim) {
    this.issuer = issuer.strip();
    this.clientId = clientId.strip();
    this.clientSecret = clientSecret.strip();
    this.name = name.isBlank() ? Optional.ofNullable(this.issuer.isEmpty() ? null : URI.create(this.issuer).getHost()).orElse("") : name.strip();
    this.claim = claim.strip();
    this.secondStep = secondStep.stream().map(String::strip).toList();
    this.only = only;
    this.roles = CompanyRoles.of(roles);
    this.rolesClaim = rolesClaim.strip();
    refuseHalves();
  }

  private void refuseHalves() {
    if (!isOn()) {
      return;
    }
    var address = URI.create(issuer);
    if (!"https".equals(address.getScheme()) && !HERE.contains(address.getHost())) {
      throw new IllegalArgumentException("DULY_COMPANY_ISSUER must begin with https://, for whoever reads along could be anybody: " + issuer);
    }
    if (clientId.isEmpty() || clientSecret.isEmpty()) {
      throw new IllegalArgumentException("DULY_COMPANY_ISSUER is set: set DULY_COMPANY_CLIENT_ID and DULY_COMPANY_CLIENT_SECRET too.");
    }
  }

  public boolean isOn() {
    return !issuer.isEmpty();
  }

  /** What the button calls it. */
  public String name() {
    return name;
  }

  public String issuer() {
    return issuer;
  }

  public String clientId() {
    return clientId;
  }

  public String clientSecret() {
    return clientSecret;
  }

  /** Whose value is the login of a person here, until a subject is known. */
  String claim() {
    return claim;
  }

  /** Whether people who come by it sign in by it alone; administrators keep their passwords for the day that it is down. */
  boolean only() {
    return only;
  }

  /** Which role a group of theirs gives here; off where nothing was said. */
  CompanyRoles roles() {
    return roles;
  }

  /** Whose values are a person's groups. */
  String rolesClaim() {
    return rolesClaim;
  }

  /** Whether the company says who has which role. */
  public boolean givesRoles() {
    return isOn() && roles.isOn();
  }

  /** Whether one of these ways of having shown who one is ({@code amr}), or this class of it ({@code acr}), counts as both steps. */
  boolean countsAsBothSteps(List<String> ways, String kind) {
    return secondStep.contains(kind) || !Collections.disjoint(secondStep, ways);
  }
}
