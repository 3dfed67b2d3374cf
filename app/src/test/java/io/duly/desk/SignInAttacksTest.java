package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.duly.identity.By;
import io.duly.identity.People;
import io.duly.identity.Role;
import io.duly.identity.SecondFactors;
import io.duly.identity.SecondStepRule;
import io.duly.identity.SignIns;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guessing passwords and codes, and the second step of signing in. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInAttacksTest {
  private Desk desk;

  @BeforeAll
  void open() {
    desk = new Desk("duly.seal=a key of the test");
  }

  @AfterAll
  void close() {
    desk.close();
  }

  /** Turned on, with the recovery codes that let in. */
  private java.util.List<String> secondStepOf(People.Admitted person) {
    try (var visitor = new Visitor(desk).signedInAs(person)) {
      visitor.post("/me", "/me/second-factor/beginning", Map.of());
      var key = visitor.get("/me/second-factor").body().replaceAll("(?s).*<code>([A-Z2-7 ]+)</code>.*", "$1").replace(" ", "");
      var shown = visitor.post("/me/second-factor", "/me/second-factor/confirming", Map.of("code", Authenticator.code(key))).body();
      return java.util.regex.Pattern.compile("<code>([a-z2-9-]{14})</code>").matcher(shown).results().map(found -> found.group(1)).toList();
    }
  }

  @Test
  void aGuesserIsAnswered429WithHowLongToWaitWhetherSomebodyHasTheLoginOrNot() {
    desk.person("anna", Role.COLLECTOR);
    var bodies = new java.util.ArrayList<String>();
    for (var login : new String[] {"anna", "nobody-has-this"}) {
      try (var guesser = new Visitor(desk)) {
        for (int guess = 0; guess < SignIns.ALLOWED_FAILURES; guess++) {
          assertThat(guesser.post("/sign-in", "/sign-in", Map.of("login", login, "password", "guess" + guess)).statusCode()).isEqualTo(302);
        }
        var refused = guesser.post("/sign-in", "/sign-in", Map.of("login", login, "password", "guess"));
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow()).isEqualTo(SignIns.LOCK.toSeconds());
        assertThat(refused.body()).contains("Too many attempts failed. Try again in 15 minutes");
        bodies.add(refused.body().replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "").replace(login, "LOGIN"));
      }
    }
    assertThat(bodies.getFirst()).isEqualTo(bodies.getLast());
  }

  @Test
  void anAddressFromWhichTooMuchFailsIsNotHeardWhateverTheLogin() {
    var ben = desk.person("ben", Role.COLLECTOR);
    desk.database.ask(dsl ->
        dsl.execute(
            "insert into identity.sign_in select gen_random_uuid(), 'spray' || n, false, now() - interval '14 minutes', '203.0.113.7' from generate_series(1, ?) n",
            SignIns.ALLOWED_FROM_ADDRESS));
    try (var sprayer = new Visitor(desk)) {
      var token = sprayer.get("/sign-in").body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
      var refused = sprayer.postFrom("203.0.113.7", "/sign-in", token, Map.of("login", "ben", "password", ben.password()));
      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(1L, 60L);
      assertThat(sprayer.postFrom("203.0.113.8", "/sign-in", token, Map.of("login", "ben", "password", ben.password())).statusCode()).isEqualTo(302);
    }
  }

  @Test
  void thePasswordAloneShowsNothingToWhomHasASecondStep() {
    var carla = desk.person("carla", Role.MANAGER);
    var codes = secondStepOf(carla);
    assertThat(codes).hasSize(10);
    try (var visitor = new Visitor(desk)) {
      visitor.get("/cases/1");
      var before = visitor.session();
      var half = visitor.post("/sign-in", "/sign-in", Map.of("login", "carla", "password", carla.password()));
      assertThat(half.headers().firstValue("Location").orElseThrow()).endsWith("/sign-in/code");
      assertThat(visitor.session()).isNotEqualTo(before);
      assertThat(visitor.get("/").statusCode()).isEqualTo(302);
      assertThat(visitor.get("/me").statusCode()).isEqualTo(302);
      assertThat(visitor.post("/sign-in/code", "/sign-in/code", Map.of("code", "000000")).headers().firstValue("Location").orElseThrow()).endsWith("/sign-in/code?wrong");
      var halfway = visitor.session();
      var whole = visitor.post("/sign-in/code", "/sign-in/code", Map.of("code", codes.getFirst()));
      assertThat(whole.headers().firstValue("Location").orElseThrow()).contains("/");
      assertThat(visitor.session()).isNotEqualTo(halfway);
      assertThat(visitor.get("/").statusCode()).isEqualTo(200);
      assertThat(visitor.get("/me").body()).contains("It is on.");
    }
    try (var again = new Visitor(desk)) {
      again.post("/sign-in", "/sign-in", Map.of("login", "carla", "password", carla.password()));
      again.post("/sign-in/code", "/sign-in/code", Map.of("code", codes.getFirst()));
      assertThat(again.get("/").statusCode()).as("a recovery code is good once").isEqualTo(302);
    }
  }

  @Test
  void theSecondStepIsNotTakenWithoutTheFirst() {
    try (var visitor = new Visitor(desk)) {
      assertThat(visitor.get("/sign-in/code").headers().firstValue("Location").orElseThrow()).endsWith("/sign-in");
      var answer = visitor.post("/sign-in", "/sign-in/code", Map.of("code", "123456"));
      assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/sign-in");
      assertThat(visitor.get("/").statusCode()).isEqualTo(302);
    }
  }

  @Test
  void codesAreNotGuessed() {
    var dora = desk.person("dora", Role.MANAGER);
    var codes = secondStepOf(dora);
    try (var guesser = new Visitor(desk)) {
      guesser.post("/sign-in", "/sign-in", Map.of("login", "dora", "password", dora.password()));
      for (int guess = 0; guess < SecondFactors.ALLOWED_FAILURES; guess++) {
        guesser.post("/sign-in/code", "/sign-in/code", Map.of("code", "00000" + guess));
      }
      var closed = guesser.post("/sign-in/code", "/sign-in/code", Map.of("code", codes.getFirst()));
      assertThat(closed.statusCode()).isEqualTo(429);
      assertThat(closed.headers().firstValue("Retry-After")).isPresent();
    }
  }

  @Test
  void whoIsShutOutBetweenTheStepsStaysOut() {
    var emil = desk.person("emil", Role.MANAGER);
    var codes = secondStepOf(emil);
    try (var visitor = new Visitor(desk)) {
      visitor.post("/sign-in", "/sign-in", Map.of("login", "emil", "password", emil.password()));
      desk.application.getBean(People.class).shutOut(emil.person().id());
      visitor.post("/sign-in/code", "/sign-in/code", Map.of("code", codes.getFirst()));
      assertThat(visitor.get("/").statusCode()).isEqualTo(302);
    }
  }

  @Test
  void whoseRoleNeedsASecondStepSetsItUpBeforeAnythingElse() {
    var factors = desk.application.getBean(SecondFactors.class);
    var rule = desk.application.getBean(SecondStepRule.class);
    var fay = desk.person("fay", Role.ADMINISTRATOR);
    try (var before = new Visitor(desk).signedInAs(fay)) {
      rule.require(Role.ADMINISTRATOR, By.DULY);
      assertThat(before.get("/").statusCode()).as("signed out").isEqualTo(302);
    }
    try (var visitor = new Visitor(desk).signedInAs(fay)) {
      assertThat(visitor.get("/").headers().firstValue("Location").orElseThrow()).endsWith("/me/second-factor");
      assertThat(visitor.post("/me/second-factor", "/cases/1/notes", Map.of("text", "x")).headers().firstValue("Location").orElseThrow()).endsWith("/me/second-factor");
      visitor.post("/me/second-factor", "/me/second-factor/beginning", Map.of());
      var key = visitor.get("/me/second-factor").body().replaceAll("(?s).*<code>([A-Z2-7 ]+)</code>.*", "$1").replace(" ", "");
      visitor.post("/me/second-factor", "/me/second-factor/confirming", Map.of("code", Authenticator.code(key)));
      assertThat(visitor.get("/").statusCode()).isEqualTo(200);
      visitor.post("/me/second-factor", "/me/second-factor/removal", Map.of("current", fay.password()));
      assertThat(factors.isOn(fay.person().id())).as("not while the role needs it").isTrue();
    } finally {
      rule.requireNoLonger(Role.ADMINISTRATOR, By.DULY);
    }
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1200", "DARK, 360"})
  void thePagesAreAccessible(ColorScheme theme, int width) {
    var person = desk.person("zoe" + width, Role.COLLECTOR);
    try (var chromium = Chromium.started()) {
      var page = chromium.signedIn(desk, person, width, 900, theme);
      page.navigate("/me/second-factor");
      BrowserTest.assertAccessible(page, "off");
      page.locator("form[action='/me/second-factor/beginning'] button").click();
      page.locator("svg.qr").waitFor();
      BrowserTest.assertAccessible(page, "waiting");
      page.screenshot(new Page.ScreenshotOptions().setPath(BrowserTest.shot("factor-", theme.name() + width)).setFullPage(true));
      var key = page.locator("main code").textContent().replace(" ", "");
      page.fill("input[name=code]", Authenticator.code(key));
      page.keyboard().press("Enter");
      page.locator(".codes").waitFor();
      BrowserTest.assertAccessible(page, "codes");
      assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue()).isLessThanOrEqualTo(width);
      page.screenshot(new Page.ScreenshotOptions().setPath(BrowserTest.shot("factor-codes-", theme.name() + width)).setFullPage(true));
      page.context().clearCookies();
      page.navigate("/sign-in");
      page.fill("#login", person.person().login());
      page.fill("#password", person.password());
      page.keyboard().press("Enter");
      page.locator("#code").waitFor();
      BrowserTest.assertAccessible(page, "code");
      page.screenshot(new Page.ScreenshotOptions().setPath(BrowserTest.shot("code-", theme.name() + width)).setFullPage(true));
      assertThat(chromium.complaints).isEmpty();
      page.context().close();
    }
  }
}
