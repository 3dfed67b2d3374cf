package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duly.identity.Administration;
import io.duly.identity.ApiTokens;
import io.duly.identity.By;
import io.duly.identity.CannotMakeToken;
import io.duly.identity.Changes;
import io.duly.identity.People;
import io.duly.identity.Role;
import io.duly.identity.TokenScope;
import io.duly.identity.TokenText;
import io.duly.kernel.CreditorId;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Tokens let programs in with no more than their person has, and for no longer. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("P40")
class ApiTokenTest {
  private Desk desk;
  private People.Admitted manager;
  private People.Admitted ofBrightwell;

  @BeforeAll
  void open() {
    desk = new Desk("duly.api.per-minute=60");
    manager = desk.person("mia", Role.MANAGER);
    ofBrightwell = desk.person("bert", Role.COLLECTOR, desk.portfolio.creditor(Portfolio.BRIGHTWELL));
  }

  @AfterAll
  void close() {
    desk.close();
  }

  private ApiTokens tokens() {
    return desk.application.getBean(ApiTokens.class);
  }

  private ApiTokens.Wish wish(Set<TokenScope> scopes, Optional<List<CreditorId>> creditors, Duration lasting) {
    return new ApiTokens.Wish("books", scopes, creditors, lasting);
  }

  @Test
  void withoutATokenNobodyIsLetInAndIsToldHowToGetOne() {
    try (var nobody = Program.with(desk, "")) {
      var answer = nobody.get("/api/v1/worklist");
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.problem()).isEqualTo("unauthenticated");
      assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"duly\"");
      assertThat(answer.json().get("detail").asString()).contains("/me");
      assertThat(answer.header("Set-Cookie")).isEmpty();
    }
  }

  @Test
  void aSessionOfTheDeskOpensNothingOfTheApi() {
    try (var visitor = new Visitor(desk).signedInAs(manager)) {
      assertThat(visitor.get("/me").statusCode()).isEqualTo(200);
      assertThat(visitor.get("/api/v1/me").statusCode()).isEqualTo(401);
    }
  }

  @Test
  void aTokenOpensTheApiAndMakesNoSessionAndOpensNoPage() {
    try (var program = Program.of(desk, manager.person())) {
      var me = program.get("/api/v1/me");
      assertThat(me.status()).as(me.response().body()).isEqualTo(200);
      assertThat(me.header("Set-Cookie")).isEmpty();
      assertThat(me.json().get("login").asString()).isEqualTo("mia");
      assertThat(program.get("/me").status()).isEqualTo(302);
      long sessions = desk.database.ask(sql -> sql.fetchSingle("select count(*) from identity.session where person_id = ?", manager.person().uuid()).get(0, Long.class));
      assertThat(sessions).isZero();
    }
  }

  @Test
  void aTokenIsKeptAsAHashOnlyAndKnownByItsShape() {
    var made = tokens().make(manager.person(), wish(Set.of(TokenScope.READ), Optional.empty(), ApiTokens.USUAL), By.DULY);
    assertThat(made.text()).matches(TokenText.SHAPE).startsWith("duly_");
    assertThat(TokenText.isWhole(made.text())).isTrue();
    assertThat(TokenText.isWhole(made.text().substring(0, 20) + (made.text().charAt(20) == 'x' ? 'y' : 'x') + made.text().substring(21))).isFalse();
    var kept = desk.database.ask(sql -> sql.fetch("select t::text from identity.token t").formatCSV());
    assertThat(kept).doesNotContain(made.text().substring(5, 40));
    assertThat(made.token().expiresAt()).isEqualTo(made.token().madeAt().plus(Duration.ofDays(90)));
  }

  @Test
  void aTokenIsNeverMoreThanItsPerson() {
    var other = desk.portfolio.creditor(Portfolio.NORDWIND);
    var person = ofBrightwell.person();
    assertThatThrownBy(() -> tokens().make(person, wish(Set.of(TokenScope.READ), Optional.of(List.of(other)), ApiTokens.USUAL), By.DULY)).isInstanceOf(CannotMakeToken.class);
    assertThatThrownBy(() -> tokens().make(person, wish(Set.of(TokenScope.IMPORT), Optional.empty(), ApiTokens.USUAL), By.DULY)).isInstanceOf(CannotMakeToken.class);
    assertThatThrownBy(() -> tokens().make(person, wish(Set.of(TokenScope.READ), Optional.empty(), Duration.ofDays(1000)), By.DULY)).isInstanceOf(CannotMakeToken.class);
    assertThatThrownBy(() -> tokens().make(person, wish(Set.of(), Optional.empty(), ApiTokens.USUAL), By.DULY)).isInstanceOf(CannotMakeToken.class);
  }

  @Test
  void whatThePersonLosesTheTokenLosesAtOnce() {
    var person = desk.person("vera", Role.MANAGER, desk.portfolio.creditor(Portfolio.BRIGHTWELL), desk.portfolio.creditor(Portfolio.NORDWIND)).person();
    try (var program = Program.of(desk, person, EnumSet.of(TokenScope.READ, TokenScope.IMPORT), desk.portfolio.creditor(Portfolio.BRIGHTWELL))) {
      assertThat(program.get("/api/v1/me").json().get("creditors").size()).isEqualTo(1);
      assertThat(program.get("/api/v1/me").json().get("scopes").toString()).contains("import");
      desk.application.getBean(Administration.class).role(person, Role.COLLECTOR, By.DULY);
      assertThat(program.get("/api/v1/me").json().get("scopes").toString()).doesNotContain("import");
      desk.application.getBean(Administration.class).scope(person, Optional.of(List.of(desk.portfolio.creditor(Portfolio.NORDWIND))), "", By.DULY);
      assertThat(program.get("/api/v1/me").json().get("creditors").size()).isZero();
      assertThat(program.get("/api/v1/worklist").json().get("items").size()).isZero();
    }
  }

  @Test
  void theTokensOfWhoIsShutOutAreOver() {
    var person = desk.person("gone", Role.COLLECTOR).person();
    try (var program = Program.of(desk, person)) {
      assertThat(program.get("/api/v1/me").status()).isEqualTo(200);
      desk.application.getBean(Administration.class).shutOut(person, By.DULY);
      assertThat(program.get("/api/v1/me").status()).isEqualTo(401);
      desk.application.getBean(Administration.class).letIn(person, By.DULY);
      assertThat(program.get("/api/v1/me").status()).as("let in again, they make a new one").isEqualTo(401);
    }
  }

  @Test
  void aTokenThatIsEndedOrExpiredIsOverAndTheRecordSaysSo() {
    var person = desk.person("ends", Role.COLLECTOR).person();
    var ended = tokens().make(person, wish(Set.of(TokenScope.READ), Optional.empty(), ApiTokens.USUAL), By.DULY);
    var expired = tokens().make(person, wish(Set.of(TokenScope.READ), Optional.empty(), ApiTokens.USUAL), By.DULY);
    assertThat(tokens().end(person.id(), ended.token().id(), By.DULY)).isTrue();
    assertThat(tokens().end(person.id(), ended.token().id(), By.DULY)).isFalse();
    desk.database.execute("update identity.token set made_at = now() - interval '91 days', expires_at = now() - interval '1 day' where id = '" + expired.token().id() + "'");
    for (var text : List.of(ended.text(), expired.text())) {
      try (var program = Program.with(desk, text)) {
        var answer = program.get("/api/v1/me");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).contains("invalid_token");
      }
    }
    assertThat(desk.application.getBean(Changes.class).of(person.id(), 10)).extracting(Changes.Change::what).contains("token-made", "token-ended");
    assertThat(tokens().end(manager.person().id(), expired.token().id(), By.DULY)).as("of somebody else").isFalse();
  }

  @Test
  void whenATokenWasUsedIsKnownToTheMinuteWithoutAWriteAtEachRequest() {
    var person = desk.person("uses", Role.COLLECTOR).person();
    try (var program = Program.of(desk, person)) {
      program.get("/api/v1/me");
      var first = usedAt(person.uuid());
      program.get("/api/v1/me");
      assertThat(first).isNotEmpty();
      assertThat(usedAt(person.uuid())).isEqualTo(first);
    }
  }

  private String usedAt(UUID person) {
    return desk.database.ask(sql -> sql.fetchSingle("select last_used_at::text || xmin::text from identity.token where person_id = ?", person).get(0, String.class));
  }

  @Test
  void whoAsksTooOftenIsToldWhenToAskAgain() {
    var person = desk.person("fast", Role.COLLECTOR).person();
    try (var program = Program.of(desk, person); var other = Program.of(desk, person)) {
      Program.Answer answer = program.get("/api/v1/me");
      for (int at = 0; at < 100 && answer.status() == 200; at++) {
        answer = program.get("/api/v1/me");
      }
      assertThat(answer.status()).isEqualTo(429);
      assertThat(answer.problem()).isEqualTo("too-many-requests");
      assertThat(Long.parseLong(answer.header("Retry-After"))).isBetween(1L, 60L);
      assertThat(other.get("/api/v1/me").status()).as("another token is not held back").isEqualTo(200);
    }
  }
}
