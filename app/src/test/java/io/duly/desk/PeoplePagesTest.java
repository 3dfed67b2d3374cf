package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.duly.identity.People;
import io.duly.identity.Role;
import io.duly.identity.SignIns;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Looking after the people, and what a client sees. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeoplePagesTest {
  private Desk desk;
  private People.Admitted admin;

  @BeforeAll
  void open() {
    desk = new Desk();
    admin = desk.person("ada", Role.ADMINISTRATOR);
  }

  @AfterAll
  void close() {
    desk.close();
  }

  private static String page(People.Admitted person) {
    return "/people/" + person.person().uuid();
  }

  @Test
  void whoIsAddedChoosesAPasswordByTheLinkThatIsShownOnce() {
    var brightwell = desk.portfolio.creditor(Portfolio.BRIGHTWELL).value().toString();
    try (var ada = new Visitor(desk).signedInAs(admin); var nina = new Visitor(desk)) {
      var shown = ada.post("/people", "/people", Map.of("login", "Nina", "name", "Nina Roth", "role", "SENIOR", "creditor", brightwell));
      assertThat(shown.statusCode()).isEqualTo(200);
      var link = URI.create(shown.body().replaceAll("(?s).*value=\"(http[^\"]+/welcome/[^\"]+)\".*", "$1")).getPath();
      nina.post(link, link, Map.of("password", "a sentence of hers", "again", "a sentence of hers"));
      nina.post("/sign-in", "/sign-in", Map.of("login", "nina", "password", "a sentence of hers"));
      assertThat(nina.get("/").body()).contains("Brennan").doesNotContain("Kowalski");
      assertThat(ada.get("/people").body()).contains("Nina Roth", "senior collector", "1 creditor").doesNotContain("/welcome/");
      assertThat(ada.post("/people", "/people", Map.of("login", "NINA", "name", "x", "role", "COLLECTOR")).body()).contains("Somebody has that login already");
      assertThat(ada.post("/people", "/people", Map.of("login", "a b", "name", "x", "role", "COLLECTOR")).statusCode()).isEqualTo(422);
      assertThat(ada.post("/people", "/people", Map.of("login", "kunde", "name", "x", "role", "CLIENT")).body()).contains("A client needs at least one creditor");
    }
  }

  @Test
  void aChangedRoleOrScopeEndsTheSessionsAndIsRecordedWithWhoDidIt() {
    var ben = desk.person("ben", Role.COLLECTOR);
    try (var ada = new Visitor(desk).signedInAs(admin)) {
      try (var his = new Visitor(desk).signedInAs(ben)) {
        ada.post(page(ben), page(ben) + "/role", Map.of("role", "AUDITOR"));
        assertThat(his.get("/").statusCode()).isEqualTo(302);
      }
      try (var his = new Visitor(desk).signedInAs(ben)) {
        assertThat(his.get("/").body()).contains("Kowalski");
        ada.postAll(page(ben), page(ben) + "/scope", "creditor", List.of(desk.portfolio.creditor(Portfolio.BRIGHTWELL).value().toString()), Map.of());
        assertThat(his.get("/").statusCode()).isEqualTo(302);
      }
      try (var his = new Visitor(desk).signedInAs(ben)) {
        assertThat(his.get("/").body()).contains("Brennan").doesNotContain("Kowalski");
      }
      assertThat(ada.get(page(ben)).body()).contains("Role changed: auditor", "What they see changed: " + Portfolio.BRIGHTWELL.replace("&", "&amp;"), "ada, 127.0.0.1");
    }
  }

  @Test
  void whoIsShutOutIsOutAndLetInAgainWithTheOldPassword() {
    var carla = desk.person("carla", Role.COLLECTOR);
    try (var ada = new Visitor(desk).signedInAs(admin); var hers = new Visitor(desk).signedInAs(carla)) {
      ada.post(page(carla), page(carla) + "/exclusion", Map.of());
      assertThat(ada.get(page(carla)).body()).contains("This person is shut out");
      assertThat(hers.get("/").statusCode()).isEqualTo(302);
      hers.signedInAs(carla);
      assertThat(hers.get("/").statusCode()).isEqualTo(302);
      ada.post(page(carla), page(carla) + "/admission", Map.of());
      hers.signedInAs(carla);
      assertThat(hers.get("/").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void theLastAdministratorStaysOne() {
    try (var ada = new Visitor(desk).signedInAs(admin)) {
      ada.post(page(admin), page(admin) + "/exclusion", Map.of());
      assertThat(ada.get(page(admin)).body()).contains("Nobody else who can sign in is an administrator").doesNotContain("This person is shut out");
      ada.post(page(admin), page(admin) + "/role", Map.of("role", "MANAGER"));
      assertThat(ada.get("/people").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void rolesThatNeedASecondStepAreTickedAndWhoSaidSoIsOnRecord() {
    var rosa = desk.person("rosa", Role.SENIOR);
    try (var ada = new Visitor(desk).signedInAs(admin); var hers = new Visitor(desk).signedInAs(rosa); var his = new Visitor(desk).signedInAs(desk.person("ralf", Role.AUDITOR))) {
      assertThat(his.post("/me", "/people/second-step", Map.of("role", "CLIENT")).statusCode()).isEqualTo(403);
      ada.post("/people", "/people/second-step", Map.of("role", "SENIOR"));
      assertThat(ada.get("/people").body()).contains("Second step needed by: senior collector", "ada, 127.0.0.1").containsPattern("value=\"SENIOR\" checked");
      assertThat(hers.get("/").statusCode()).as("signed out").isEqualTo(302);
      hers.signedInAs(rosa);
      assertThat(hers.get("/").headers().firstValue("Location").orElseThrow()).endsWith("/me/second-factor");
      ada.post("/people", "/people/second-step", Map.of("role", "SENIOR"));
      ada.post("/people", "/people/second-step", Map.of());
      hers.signedInAs(rosa);
      assertThat(hers.get("/").statusCode()).isEqualTo(200);
      var said = desk.database.<List<String>>ask(tx -> tx.fetch("select what || ' ' || detail || ' ' || by from identity.change where person_id is null order by at, id").getValues(0, String.class));
      assertThat(said).containsExactly("second-step-required senior person:ada", "second-step-not-required senior person:ada");
    }
  }

  @Test
  void anAdministratorSeesWhoIsLocked() {
    desk.person("dora", Role.COLLECTOR);
    try (var ada = new Visitor(desk).signedInAs(admin); var guesser = new Visitor(desk)) {
      for (int guess = 0; guess < SignIns.ALLOWED_FAILURES; guess++) {
        guesser.post("/sign-in", "/sign-in", Map.of("login", "dora", "password", "guess"));
      }
      assertThat(ada.get("/people").body()).containsPattern("(?s)Dora</a>.*?locked");
    }
  }

  @Test
  @Tag("P40")
  void aClientSeesWhatIsOwedToTheirCreditorButNotWhatWeTellEachOther() {
    var kim = desk.person("kim", Role.CLIENT, desk.portfolio.creditor(Portfolio.BRIGHTWELL));
    var kowalski = desk.portfolio.caseOf("Kowalski Transport sp. z o.o.");
    try (var anna = new Visitor(desk).signedInAs(desk.person("anna", Role.COLLECTOR)); var hers = new Visitor(desk).signedInAs(kim)) {
      anna.post("/cases/1", "/cases/1/notes", Map.of("text", "zebra: they seem unreliable"));
      anna.post("/cases/1", "/cases/1/holds", Map.of("kind", "MANUAL", "why", "giraffe: our lawyer thinks", "until", "2026-12-30"));
      assertThat(anna.get("/cases/1").body()).contains("zebra", "giraffe");
      assertThat(hers.get("/cases/1").body()).contains("Brennan", "INV-2251").doesNotContain("zebra", "giraffe", "/notes", "/holds", "/completion");
      assertThat(hers.get("/").body()).contains("Brennan").doesNotContain("giraffe", "Kowalski", "href=\"/outbox\"", "href=\"/bank\"", "href=\"/people\"");
      assertThat(hers.get("/search?q=zebra").body()).doesNotContain("unreliable");
      assertThat(hers.get("/search?q=INV-2251").body()).contains("INV-2251");
      assertThat(hers.get("/cases/1/statement").statusCode()).isEqualTo(200);
      assertThat(hers.get("/cases/" + kowalski).statusCode()).isEqualTo(404);
    }
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1300", "DARK, 1300", "LIGHT, 360", "DARK, 360"})
  void thePagesAreAccessible(ColorScheme theme, int width) {
    var emil = desk.person("emil" + theme + width, Role.MANAGER, desk.portfolio.creditor(Portfolio.BRIGHTWELL));
    try (var chromium = Chromium.started(); var his = new Visitor(desk).signedInAs(emil)) {
      var page = chromium.signedIn(desk, admin, width, 900, theme);
      for (var address : new String[] {"/people", page(emil)}) {
        page.navigate(address);
        BrowserTest.assertAccessible(page, address);
        assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue()).as(address).isLessThanOrEqualTo(width);
        page.screenshot(new Page.ScreenshotOptions().setPath(BrowserTest.shot((address.equals("/people") ? "people-" : "person-"), theme.name() + width)).setFullPage(true));
      }
      page.locator("form[action$='/link'] button").click();
      page.locator("input[readonly]").waitFor();
      BrowserTest.assertAccessible(page, "link");
      page.screenshot(new Page.ScreenshotOptions().setPath(BrowserTest.shot("people-link-", theme.name() + width)).setFullPage(true));
      assertThat(his.get("/").statusCode()).isEqualTo(200);
      assertThat(chromium.complaints).isEmpty();
      page.context().close();
    }
  }
}
