package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.identity.ApiTokens;
import io.duly.identity.People;
import io.duly.identity.Role;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Everybody makes and ends their own tokens on their page; administrators see and end those of others. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("P40")
class TokenPagesTest {
  private static final Pattern TOKEN = Pattern.compile("duly_[0-9A-Za-z]{49}");

  private Desk desk;
  private People.Admitted cora;

  @BeforeAll
  void open() {
    desk = new Desk();
    cora = desk.person("cora", Role.COLLECTOR);
  }

  @AfterAll
  void close() {
    desk.close();
  }

  @Test
  void aTokenIsMadeOnOnesPageShownOnceAndEndedThere() {
    try (var visitor = new Visitor(desk).signedInAs(cora)) {
      var made = visitor.post("/me", "/me/tokens", Map.of("name", "Ledger of ours", "scope", "READ", "days", "30", "creditor", ""));
      assertThat(made.statusCode()).isEqualTo(200);
      var text = TOKEN.matcher(made.body());
      assertThat(text.find()).isTrue();
      assertThat(made.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
      var page = visitor.get("/me").body();
      assertThat(page).contains("Ledger of ours").doesNotContain(text.group()).doesNotContain("token-scope.");
      try (var program = Program.with(desk, text.group())) {
        assertThat(program.get("/api/v1/me").status()).isEqualTo(200);
        var id = desk.application.getBean(ApiTokens.class).of(cora.person().id()).getFirst().id();
        assertThat(visitor.post("/me", "/me/tokens/" + id + "/ending", Map.of()).statusCode()).isEqualTo(302);
        assertThat(program.get("/api/v1/me").status()).isEqualTo(401);
      }
    }
  }

  @Test
  void whatATokenCannotBeIsSaidOnThePage() {
    try (var visitor = new Visitor(desk).signedInAs(cora)) {
      visitor.post("/me", "/me/tokens", Map.of("name", "too much", "scope", "IMPORT", "days", "30", "creditor", ""));
      assertThat(visitor.get("/me").body()).contains("Your role does not allow all of that.");
      visitor.post("/me", "/me/tokens", Map.of("name", "too long", "scope", "READ", "days", "5000", "creditor", ""));
      assertThat(visitor.get("/me").body()).contains("between 1 and 366 days");
    }
  }

  @Test
  void anAdministratorSeesAndEndsTheTokensOfOthersAndNobodyElseDoes() {
    var otto = desk.person("otto", Role.COLLECTOR);
    try (var program = Program.of(desk, otto.person()); var boss = new Visitor(desk).signedInAs(desk.person("boss", Role.ADMINISTRATOR)); var other = new Visitor(desk).signedInAs(cora)) {
      var id = desk.application.getBean(ApiTokens.class).of(otto.person().id()).getFirst().id();
      assertThat(other.post("/me", "/me/tokens/" + id + "/ending", Map.of()).statusCode()).isEqualTo(404);
      assertThat(program.get("/api/v1/me").status()).isEqualTo(200);
      var page = "/people/" + otto.person().uuid();
      assertThat(boss.get(page).body()).contains("Tokens for programs");
      boss.post(page, page + "/tokens/" + id + "/ending", Map.of());
      assertThat(program.get("/api/v1/me").status()).isEqualTo(401);
      assertThat(boss.get(page).body()).contains("Token for a program ended");
    }
  }
}
