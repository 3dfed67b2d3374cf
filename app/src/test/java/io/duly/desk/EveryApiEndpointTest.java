package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.desk.api.Needs;
import io.duly.identity.Person;
import io.duly.identity.Role;
import io.duly.identity.TokenScope;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
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

/** Walks every address of the API, those of later too, with each role and with tokens that are not good for it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("P40")
class EveryApiEndpointTest {
  /** The description of the API is everybody's. */
  private static final Set<String> OPEN = Set.of("/api/v1/openapi.json", "/api/v1/openapi.json.yaml", "/api/v1/openapi.yaml");

  private record Endpoint(RequestMethod method, String pattern, Needs needs) {
    String path() {
      return pattern.replaceAll("\\{case}", "987654321").replaceAll("\\{[^}]+}", "00000000-0000-0000-0000-000000000001");
    }

    boolean isFor(Role role) {
      return needs.value().fits(role) && (role.isOfTheHouse() || needs.clients());
    }
  }

  private final List<Endpoint> endpoints = new ArrayList<>();
  private final Map<Role, Person> people = new EnumMap<>(Role.class);
  private Desk desk;

  @BeforeAll
  void open() {
    desk = new Desk("duly.api.per-minute=100000");
    for (var role : Role.values()) {
      people.put(role, desk.person("the-" + role.code(), role, desk.portfolio.creditor(Portfolio.BRIGHTWELL)).person());
    }
    for (var mapping : desk.application.getBeansOfType(RequestMappingHandlerMapping.class).values()) {
      mapping.getHandlerMethods().forEach((info, method) ->
          info.getPatternValues().stream().filter(pattern -> pattern.startsWith("/api/") && !OPEN.contains(pattern)).forEach(pattern ->
              info.getMethodsCondition().getMethods().forEach(verb -> endpoints.add(new Endpoint(verb, pattern, method.getMethodAnnotation(Needs.class))))));
    }
  }

  @AfterAll
  void close() {
    desk.close();
  }

  private static Program.Answer ask(Program program, Endpoint endpoint) {
    return endpoint.method() == RequestMethod.GET
        ? program.get(endpoint.path())
        : program.send(endpoint.method().name(), endpoint.path() + "?name=x", "{}", "Content-Type", type(endpoint), "Idempotency-Key", "walk");
  }

  private static String type(Endpoint endpoint) {
    return endpoint.pattern().endsWith("/documents") ? "text/plain" : endpoint.pattern().endsWith("/branding/logo") ? "image/png" : "application/json";
  }

  @Test
  void eachSaysWhatItNeeds() {
    assertThat(endpoints).isNotEmpty().allSatisfy(endpoint -> assertThat(endpoint.needs()).as(endpoint.toString()).isNotNull());
  }

  @Test
  void whatIsReadNeedsReadingAndWhatIsChangedNeedsMore() {
    for (var endpoint : endpoints) {
      if (endpoint.method() != RequestMethod.GET) {
        assertThat(endpoint.needs().value()).as(endpoint.toString()).isNotEqualTo(TokenScope.READ);
        assertThat(endpoint.needs().clients()).as(endpoint.toString()).isFalse();
      }
    }
  }

  @Test
  void eachNeedsAToken() {
    try (var stranger = Program.with(desk, "")) {
      for (var endpoint : endpoints) {
        var answer = ask(stranger, endpoint);
        assertThat(answer.status()).as(endpoint.toString()).isEqualTo(401);
        assertThat(answer.problem()).as(endpoint.toString()).isEqualTo("unauthenticated");
      }
    }
  }

  @Test
  void noneIsOpenedByASession() {
    try (var visitor = new Visitor(desk).signedInAs(desk.person("boss", Role.ADMINISTRATOR))) {
      for (var endpoint : endpoints) {
        if (endpoint.method() == RequestMethod.GET) {
          assertThat(visitor.get(endpoint.path()).statusCode()).as(endpoint.toString()).isEqualTo(401);
        }
      }
    }
  }

  @Test
  void eachIsOpenToTheRolesThatItIsForAndToNoOther() {
    people.forEach((role, person) -> {
      try (var program = Program.of(desk, person)) {
        for (var endpoint : endpoints) {
          var answer = ask(program, endpoint);
          if (endpoint.isFor(role)) {
            assertThat(answer.status()).as(role + " " + endpoint + " " + answer.response().body()).isNotIn(401, 403, 500);
          } else {
            assertThat(answer.status()).as(role + " " + endpoint).isEqualTo(403);
            assertThat(answer.problem()).as(role + " " + endpoint).isEqualTo("forbidden");
          }
        }
      }
    });
  }

  @Test
  void aTokenOpensOnlyWhatItIsGoodFor() {
    for (var scope : TokenScope.values()) {
      try (var program = Program.of(desk, people.get(Role.ADMINISTRATOR), EnumSet.complementOf(EnumSet.of(scope)))) {
        for (var endpoint : endpoints) {
          if (endpoint.needs().value() == scope) {
            var answer = ask(program, endpoint);
            assertThat(answer.status()).as(endpoint.toString()).isEqualTo(403);
            assertThat(answer.problem()).as(endpoint.toString()).isEqualTo("insufficient-scope");
          }
        }
      }
    }
  }
}
