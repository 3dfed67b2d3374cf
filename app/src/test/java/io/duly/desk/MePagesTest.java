package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.duly.identity.Links;
import io.duly.identity.By;
import io.duly.identity.People;
import io.duly.identity.Role;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;

/** Sessions and one's own page, as a person meets them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MePagesTest {
  private static final String FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";

  private Desk desk;

  @BeforeAll
  void open() {
    desk = new Desk();
  }

  @AfterAll
  void close() {
    desk.close();
  }

  private Visitor visitor(People.Admitted person) {
    return new Visitor(desk).signedInAs(person);
  }

  private static String at(ConfigurableApplicationContext server, String path, String session) throws Exception {
    var url = "http://127.0.0.1:" + server.getEnvironment().getRequiredProperty("local.server.port") + path;
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create(url)).header("Cookie", "duly=" + session).header("Accept", "text/html").build();
      return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
  }

  @Test
  void whoIsSignedInStaysSoWhenTheServerIsStartedAnewAndOnEveryNodeWithWhatTheNextPageSays() throws Exception {
    var person = desk.person("anna", Role.COLLECTOR);
    try (var anna = visitor(person)) {
      anna.post("/cases/2", "/cases/2/notes", Map.of("text", "seen from another node"));
      try (var other = desk.database.server()) {
        assertThat(at(other, "/cases/2", anna.session())).contains("The note is in the journal", "seen from another node", "anna");
      }
      assertThat(anna.get("/cases/2").body()).as("told once").doesNotContain("The note is in the journal");
    }
  }

  @Test
  void aNameThatSomebodyElseMadeUpForTheSessionIsNotTaken() throws Exception {
    var page = at(desk.application, "/sign-in", "made-up-by-an-attacker");
    assertThat(page).contains("_csrf");
    int taken = desk.database.ask(dsl -> dsl.fetch("select 1 from identity.session where id_hash = sha256('made-up-by-an-attacker')").size());
    assertThat(taken).isZero();
  }

  @Test
  void aSessionEndsWhenNothingHappensAndWhenItIsADayOld() {
    var person = desk.person("ben", Role.COLLECTOR);
    try (var idle = visitor(person)) {
      desk.database.ask(dsl -> dsl.execute("update identity.session set ends_at = now() where person_id = ?", person.person().uuid()));
      assertThat(idle.get("/").statusCode()).isEqualTo(302);
    }
    try (var busy = visitor(person)) {
      desk.database.ask(dsl ->
          dsl.execute("update identity.session set signed_in_at = now() - interval '24 hours', last_seen_at = now() - interval '2 minutes' where person_id = ?", person.person().uuid()));
      assertThat(busy.get("/").statusCode()).as("it was seen while it ran").isEqualTo(200);
      assertThat(busy.get("/").statusCode()).isEqualTo(302);
    }
  }

  @Test
  void onesSessionsAreSeenAndEnded() {
    var person = desk.person("carla", Role.COLLECTOR);
    try (var here = visitor(person); var there = visitor(person); var third = visitor(person)) {
      assertThat(here.get("/me", "User-Agent", FIREFOX).body()).contains("this one", "from 127.0.0.1");
      var end = here.get("/me").body().replaceAll("(?s).*action=\"(/me/sessions/[0-9a-f-]{36}/ending)\".*", "$1");
      assertThat(here.post("/me", end, Map.of()).statusCode()).isEqualTo(302);
      assertThat(here.get("/me").body()).contains("That session has ended");
      assertThat(there.get("/").statusCode() + third.get("/").statusCode()).as("one of the two").isEqualTo(200 + 302);
      here.post("/me", "/me/sessions/ending", Map.of());
      assertThat(there.get("/").statusCode() + third.get("/").statusCode()).isEqualTo(302 + 302);
      assertThat(here.get("/me").body()).contains("1 other session has ended").doesNotContain("/me/sessions/ending");
    }
  }

  @Test
  void nobodyEndsTheSessionOfSomebodyElseByItsNumber() {
    var dora = desk.person("dora", Role.COLLECTOR);
    try (var hers = visitor(dora); var other = visitor(desk.person("emil", Role.COLLECTOR))) {
      String number = desk.database.ask(dsl -> dsl.fetchSingle("select number::text from identity.session where person_id = ?", dora.person().uuid()).get(0, String.class));
      assertThat(other.post("/me", "/me/sessions/" + number + "/ending", Map.of()).statusCode()).isEqualTo(404);
      assertThat(hers.get("/").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void whoIsShutOutIsOutWithTheNextPageAndSoIsWhoeverChoosesANewPasswordByALink() {
    var fay = desk.person("fay", Role.COLLECTOR);
    var gil = desk.person("gil", Role.COLLECTOR);
    try (var hers = visitor(fay); var his = visitor(gil)) {
      desk.application.getBean(People.class).shutOut(fay.person().id());
      assertThat(hers.get("/").statusCode()).isEqualTo(302);
      var links = desk.application.getBean(Links.class);
      links.choose(links.make(gil.person(), By.DULY).secret(), "a sentence of his own", "");
      assertThat(his.get("/").statusCode()).isEqualTo(302);
    }
  }

  @Test
  void anotherPasswordNeedsThePresentOneAndEndsEveryOtherSession() {
    var hana = desk.person("hana", Role.COLLECTOR);
    try (var here = visitor(hana); var there = visitor(hana)) {
      var before = here.session();
      here.post("/me", "/me/password", Map.of("current", "wrong", "password", "a sentence of mine", "again", "a sentence of mine"));
      assertThat(here.get("/me").body()).contains("present password is not right");
      here.post("/me", "/me/password", Map.of("current", hana.password(), "password", "a sentence of mine", "again", "a sentence of mine"));
      assertThat(here.get("/me").body()).contains("Your password is another now", "Password chosen");
      assertThat(here.session()).isNotEqualTo(before);
      assertThat(there.get("/").statusCode()).isEqualTo(302);
    }
  }

  @Test
  void whoSignsInIsToldOnceWhatFailedWithTheirNameSinceTheLastTime() {
    var ines = desk.person("ines", Role.COLLECTOR);
    try (var first = visitor(ines); var stranger = new Visitor(desk)) {
      assertThat(first.get("/").body()).doesNotContain("attempts to sign in with your name failed");
      stranger.post("/sign-in", "/sign-in", Map.of("login", "ines", "password", "guess"));
      stranger.post("/sign-in", "/sign-in", Map.of("login", "INES", "password", "guess again"));
      try (var second = visitor(ines)) {
        assertThat(second.get("/").body()).contains("2 attempts to sign in with your name failed", "from 127.0.0.1");
        assertThat(second.get("/").body()).doesNotContain("attempts to sign in with your name failed");
      }
      try (var third = visitor(ines)) {
        assertThat(third.get("/").body()).doesNotContain("attempts to sign in with your name failed");
      }
    }
  }

  @Test
  void nobodyIsSentToAnotherHostAfterSigningIn() {
    var jo = desk.person("jo", Role.COLLECTOR);
    for (var wanted : new String[] {"/?continue=https://evil.example/", "/sign-in?redirect=//evil.example/", "/cases/1?back=//evil.example"}) {
      try (var visitor = new Visitor(desk)) {
        visitor.get(wanted);
        var answer = visitor.post("/sign-in", "/sign-in", Map.of("login", "jo", "password", jo.password(), "continue", "https://evil.example/", "redirect", "//evil.example/"));
        assertThat(answer.headers().firstValue("Location").orElseThrow()).startsWith(desk.url() + "/").doesNotStartWith("//");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1200", "DARK, 1200", "LIGHT, 360", "DARK, 360"})
  void thePageIsAccessible(ColorScheme theme, int width) {
    var kai = desk.person("kai" + theme + width, Role.COLLECTOR, desk.portfolio.creditor(Portfolio.BRIGHTWELL));
    try (var chromium = Chromium.started(); var other = visitor(kai); var stranger = new Visitor(desk)) {
      stranger.post("/sign-in", "/sign-in", Map.of("login", kai.person().login(), "password", "guess"));
      var page = chromium.signedIn(desk, kai, width, 900, theme);
      page.navigate("/me");
      BrowserTest.assertAccessible(page, "/me");
      assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue()).isLessThanOrEqualTo(width);
      page.screenshot(new Page.ScreenshotOptions().setPath(BrowserTest.shot("me-", theme.name() + width)).setFullPage(true));
      assertThat(other.get("/").statusCode()).isEqualTo(200);
      assertThat(chromium.complaints).isEmpty();
      page.context().close();
    }
  }
}
