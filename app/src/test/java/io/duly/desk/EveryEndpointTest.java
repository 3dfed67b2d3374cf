package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.identity.People;
import io.duly.identity.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Walks every address that there is, those of later too: who may open it is said here, or nobody may. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("P40")
class EveryEndpointTest {
  /** For who has not signed in. */
  private static final Set<String> OPEN = Set.of("/sign-in", "/sign-in/code", "/sign-in/passkey/challenge", "/sign-in/refused", "/welcome/{secret}", "/error");

  /** One's own affairs, whatever the role. */
  private static final Set<String> OWN = Set.of("/theme", "/me/sessions/{number}/ending", "/me/sessions/ending", "/me/password", "/me/tokens", "/me/tokens/{id}/ending", "/me/company/{id}/ending", "/me/second-factor/beginning", "/me/second-factor/codes", "/me/passkeys", "/me/passkeys/challenge", "/me/passkeys/{id}/name", "/me/passkeys/{id}/removal", "/me/second-factor/confirming", "/me/second-factor/removal");

  private static final Set<String> FOR_CLIENTS =
      Set.of("/", "/cases/{number}", "/cases/{number}/statement", "/cases/{number}/statement.pdf", "/cases/{number}/statement.csv", "/invoices/{id}", "/invoices/{id}/document", "/search", "/me", "/me/second-factor");

  private record Endpoint(RequestMethod method, String pattern) {
    /** With something in each place. */
    String path() {
      return pattern.replaceAll("\\{number[^}]*}", "1").replaceAll("\\{[^}]+}", "00000000-0000-0000-0000-000000000001");
    }
  }

  private final List<Endpoint> endpoints = new ArrayList<>();
  private Desk desk;
  private People.Admitted auditor;
  private People.Admitted client;
  private People.Admitted collector;

  @BeforeAll
  void open() {
    desk = new Desk();
    auditor = desk.person("otto", Role.AUDITOR);
    collector = desk.person("cora", Role.COLLECTOR);
    client = desk.person("clara", Role.CLIENT, desk.portfolio.creditor(Portfolio.BRIGHTWELL));
    for (var mapping : desk.application.getBeansOfType(RequestMappingHandlerMapping.class).values()) {
      mapping.getHandlerMethods().keySet().forEach(info -> {
        var methods = info.getMethodsCondition().getMethods();
        // What programs open is walked by EveryApiEndpointTest, what debtors open by PortalAttacksTest.
        info.getPatternValues().stream().filter(pattern -> !pattern.startsWith("/api/") && !(pattern + "/").startsWith("/d/")).forEach(pattern -> (methods.isEmpty() ? Set.of(RequestMethod.GET) : methods).forEach(method -> endpoints.add(new Endpoint(method, pattern))));
      });
    }
  }

  @AfterAll
  void close() {
    desk.close();
  }

  private static int ask(Visitor visitor, Endpoint endpoint, String token) {
    return endpoint.method() == RequestMethod.GET ? visitor.get(endpoint.path()).statusCode() : visitor.postWithToken(endpoint.path(), token, Map.of()).statusCode();
  }

  private static String token(Visitor visitor, String page) {
    return visitor.get(page).body().replaceAll("(?s).*?name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
  }

  @Test
  void thereAreAsManyAsThereShouldBe() {
    assertThat(endpoints).hasSizeGreaterThan(80);
    assertThat(endpoints).extracting(Endpoint::method).containsOnly(RequestMethod.GET, RequestMethod.POST);
  }

  @Test
  void eachNeedsASignedInPerson() {
    try (var stranger = new Visitor(desk)) {
      var token = token(stranger, "/sign-in");
      for (var endpoint : endpoints) {
        if (!OPEN.contains(endpoint.pattern())) {
          assertThat(ask(stranger, endpoint, token)).as(endpoint.toString()).isIn(302, 401, 403);
          assertThat(stranger.get("/").headers().firstValue("Location").orElseThrow()).endsWith("/sign-in");
        }
      }
    }
  }

  @Test
  void eachFormNeedsTheTokenOfItsPage() {
    try (var visitor = new Visitor(desk).signedInAs(collector)) {
      for (var endpoint : endpoints) {
        if (endpoint.method() == RequestMethod.POST) {
          assertThat(ask(visitor, endpoint, "made-up")).as(endpoint.toString()).isEqualTo(403);
        }
      }
    }
  }

  @Test
  void anAuditorAndAClientSendNothingOffButWhatIsTheirOwn() {
    for (var person : List.of(auditor, client)) {
      try (var visitor = new Visitor(desk).signedInAs(person)) {
        var token = token(visitor, "/me");
        for (var endpoint : endpoints) {
          if (endpoint.method() == RequestMethod.POST && !OPEN.contains(endpoint.pattern()) && !OWN.contains(endpoint.pattern())) {
            assertThat(ask(visitor, endpoint, token)).as(person.person().login() + " " + endpoint).isEqualTo(403);
          }
        }
      }
    }
  }

  @Test
  void aClientOpensOnlyThePagesThatAreMadeForClients() {
    try (var visitor = new Visitor(desk).signedInAs(client)) {
      for (var endpoint : endpoints) {
        if (endpoint.method() == RequestMethod.GET && !OPEN.contains(endpoint.pattern()) && !FOR_CLIENTS.contains(endpoint.pattern())) {
          assertThat(ask(visitor, endpoint, "")).as(endpoint.toString()).isEqualTo(403);
        }
      }
    }
  }

  @Test
  void peopleAreAnAdministratorsAlone() {
    for (var person : List.of(collector, auditor, client)) {
      try (var visitor = new Visitor(desk).signedInAs(person)) {
        var token = token(visitor, "/me");
        for (var endpoint : endpoints) {
          if (endpoint.pattern().startsWith("/people")) {
            assertThat(ask(visitor, endpoint, token)).as(person.person().login() + " " + endpoint).isEqualTo(403);
          }
        }
      }
    }
  }
}
