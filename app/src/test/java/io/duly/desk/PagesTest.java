package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.identity.People;
import io.duly.identity.Role;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the server answers, without a browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTest {
  private Desk desk;
  private People.Admitted anna;
  private People.Admitted ofBrightwell;
  private People.Admitted auditor;

  @BeforeAll
  void open() {
    desk = new Desk();
    anna = desk.person("anna", Role.COLLECTOR);
    ofBrightwell = desk.person("bea", Role.COLLECTOR, desk.portfolio.creditor(Portfolio.BRIGHTWELL));
    auditor = desk.person("otto", Role.AUDITOR);
  }

  @AfterAll
  void close() {
    desk.close();
  }

  @Test
  void nothingIsShownToWhoeverHasNotSignedIn() {
    try (var stranger = new Visitor(desk)) {
      for (var page : new String[] {"/", "/cases/1", "/search?q=brennan", "/no-such-page", "/actuator/env"}) {
        var answer = stranger.get(page);
        assertThat(answer.statusCode()).as(page).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/sign-in");
        assertThat(answer.body()).isEmpty();
      }
    }
  }

  @Test
  void aPartOfAPageThatMeetsAnEndedSessionSendsTheWholePageToTheForm() {
    try (var stranger = new Visitor(desk)) {
      var answer = stranger.get("/?after=x", "HX-Request", "true");
      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.headers().firstValue("HX-Redirect")).contains("/sign-in");
    }
  }

  @Test
  void theSessionGetsANewNameWhenSomebodySignsIn() {
    try (var visitor = new Visitor(desk)) {
      visitor.get("/sign-in");
      var before = visitor.session();
      visitor.signedInAs(anna);
      assertThat(before).isNotEmpty();
      assertThat(visitor.session()).isNotEmpty().isNotEqualTo(before);
      assertThat(visitor.get("/").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void everyPageCarriesTheHeadersThatKeepOthersOut() {
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      for (var page : new String[] {"/sign-in", "/", "/cases/1", "/search?q=brennan", "/no-such-page"}) {
        var headers = visitor.get(page).headers();
        var policy = headers.firstValue("Content-Security-Policy").orElseThrow();
        assertThat(policy).contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'");
        assertThat(policy).doesNotContain("unsafe", "http:", "https:", "*");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
        assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Cache-Control").orElseThrow()).contains("no-store");
      }
    }
  }

  @Test
  void noPageHoldsInlineScriptOrStyleOrAnotherHost() {
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      for (var page : new String[] {"/sign-in", "/", "/?work=wait", "/cases/1", "/cases/3", "/search?q=brennan"}) {
        assertThat(visitor.get(page).body())
            .doesNotContainPattern("<script(?![^>]*\\bsrc=\"/)")
            .doesNotContainPattern("(?i)<style|\\sstyle=|\\son[a-z]+=\"")
            .doesNotContainPattern("(src|href|action)=\"(https?:)?//");
      }
    }
  }

  @Test
  void aFormWithoutItsTokenChangesNothing() {
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      var answer = visitor.postWithToken("/cases/1/notes", "made-up", Map.of("text", "forged"));
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body()).contains("What you typed is kept");
      assertThat(visitor.get("/cases/1").body()).doesNotContain("forged");
    }
  }

  @Test
  @Tag("P40")
  void aPersonOfOneCreditorReachesNothingOfAnother() {
    var foreign = desk.portfolio.caseOf("Kowalski Transport sp. z o.o.");
    try (var bea = new Visitor(desk).signedInAs(ofBrightwell)) {
      assertThat(bea.get("/cases/" + foreign).statusCode()).isEqualTo(404);
      assertThat(bea.get("/").body()).contains("Brennan &amp; Co").doesNotContain("Kowalski", "Nordwind", "EUR");
      assertThat(bea.get("/?work=wait").body()).contains("Okafor").doesNotContain("Lindqvist");
      assertThat(bea.get("/?creditor=" + desk.portfolio.creditor(Portfolio.NORDWIND).value()).body())
          .doesNotContain("Kowalski", "Nordwind", "EUR");
      for (var words : new String[] {"kowalski", "RE-10871", "10871", "pallets", "" + foreign}) {
        assertThat(bea.get("/search?q=" + words).body()).doesNotContain("Kowalski", "3,905.10", "data-row", "Atelier Brun", "Nordwind");
      }
      assertThat(bea.post("/cases/1", "/cases/" + foreign + "/notes", Map.of("text", "x")).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void aTaskOrHoldOfAnotherCaseCannotBeReachedThroughOnesOwn() {
    var task = desk.database.ask(dsl -> dsl.fetchSingle("select t.id, c.number from cases.task t join cases.recovery_case c on c.id = t.case_id join parties.debtor d on d.id = c.debtor_id where d.name like 'Atelier%' limit 1"));
    try (var bea = new Visitor(desk).signedInAs(ofBrightwell)) {
      var path = "/cases/1/tasks/" + task.get("id", UUID.class) + "/completion";
      assertThat(bea.post("/cases/1", path, Map.of("outcome", "x")).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void anAuditorSeesEverythingAndMayChangeNothing() {
    try (var otto = new Visitor(desk).signedInAs(auditor)) {
      assertThat(otto.get("/cases/1").body()).contains("Brennan").doesNotContain("/notes", "/holds", "/completion");
      assertThat(otto.post("/cases/1", "/cases/1/notes", Map.of("text", "x")).statusCode()).isEqualTo(403);
    }
  }

  @Test
  void whatANoteSaysIsInTheJournalWithItsAuthorAndTheCaseIsDecidedAgain() {
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      var answer = visitor.post("/cases/2", "/cases/2/notes", Map.of("text", "They ask for a copy of RE-10871."));
      assertThat(answer.statusCode()).isEqualTo(302);
      assertThat(visitor.get("/cases/2").body()).contains("They ask for a copy of RE-10871.", "<b>anna</b>");
      assertThat(visitor.get("/search?q=copy").body()).contains("Kowalski");
    }
  }

  @Test
  void aHoldIsPlacedShownAndLifted() {
    var seeblick = desk.portfolio.caseOf("Hotel Seeblick GmbH");
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      var page = "/cases/" + seeblick;
      visitor.post(page, page + "/holds", Map.of("kind", "MANUAL", "why", "the creditor looks at it", "until", "2026-11-30"));
      var held = visitor.get(page).body();
      assertThat(held).contains("On hold: by hand", "the creditor looks at it", "until 30 Nov").doesNotContain("Draft ready: e-mail");
      assertThat(visitor.get("/?work=send").body()).contains("on hold: the creditor looks at it");
      var hold = held.replaceAll("(?s).*/holds/([0-9a-f-]{36})/lifting.*", "$1");
      visitor.post(page, page + "/holds/" + hold + "/lifting", Map.of("why", "looked at"));
      assertThat(visitor.get(page).body()).doesNotContain("On hold:").contains("looked at");
    }
  }

  @Test
  void whatCannotBeRecordedIsSaidAndWhatWasTypedStays() {
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      visitor.post("/cases/1", "/cases/1/holds", Map.of("kind", "MANUAL", "why", "because \"so\"", "until", "2020-01-01"));
      assertThat(visitor.get("/cases/1").body())
          .contains("The hold would end on 2020-01-01", "value=\"because &#34;so&#34;\"");
    }
  }

  @Test
  void aTaskIsDoneWithWhatCameOfIt() {
    var brun = "/cases/" + desk.portfolio.caseOf("Atelier Brun SARL");
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      var path = visitor.get(brun).body().replaceAll("(?s).*action=\"([^\"]*/completion)\".*", "$1");
      visitor.post(brun, path, Map.of("outcome", "the carrier confirms: two pallets lost"));
      assertThat(visitor.get(brun).body()).contains("the carrier confirms: two pallets lost").doesNotContain("/completion");
    }
  }

  @Test
  void eachErrorIsASentence() {
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      assertSays(visitor.get("/cases/999999"), 404, "There is no such page");
      assertSays(visitor.get("/cases/x"), 400, "could not be understood");
      assertSays(visitor.get("/?creditor=x"), 400, "could not be understood");
      assertThat(visitor.get("/?after=rubbish").statusCode()).isEqualTo(200);
      assertThat(visitor.get("/search?q=" + "x".repeat(3000)).statusCode()).isEqualTo(200);
    }
  }

  private static void assertSays(HttpResponse<String> answer, int status, String sentence) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains(sentence).doesNotContain("Exception", "io.duly", "at org.");
  }

  @Test
  void searchFindsDebtorsInvoicesCasesAndWords() {
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      assertThat(visitor.get("/search?q=seeblick").body()).as("what was looked for stands out").contains("Hotel <mark>Seeblick</mark> GmbH");
      assertThat(found(visitor, "seeblick")).contains("Hotel Seeblick GmbH");
      assertThat(found(visitor, "Brenan")).as("a slip of the pen").contains("Brennan &amp; Co Ltd");
      assertThat(found(visitor, "INV-2251")).contains("4,180.00");
      assertThat(found(visitor, "2251")).as("the end of a number").contains("INV-2251");
      assertThat(found(visitor, "RE-108")).as("its beginning").contains("RE-10842", "RE-10871");
      assertThat(found(visitor, "Leeds+paid")).contains("Brennan", "Leeds has paid");
      assertThat(found(visitor, "%25%25%25")).as("no wildcards from outside").contains("Nothing was found");
    }
  }

  /** What the page says, without what makes it stand out. */
  private static String found(Visitor visitor, String words) {
    return visitor.get("/search?q=" + words).body().replaceAll("</?mark>", "");
  }

  @Test
  void theThemeStaysAndNobodyIsSentToAnotherHost() {
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      var back = visitor.post("/", "/theme", Map.of("theme", "dark", "back", "//evil.example/"));
      assertThat(back.headers().firstValue("Location").orElseThrow()).endsWith("/").doesNotContain("evil");
      assertThat(visitor.get("/").body()).contains("data-theme=\"dark\"");
    }
  }

  @Test
  void whoSignsOutSeesNothingMore() {
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      visitor.post("/", "/sign-out", Map.of());
      assertThat(visitor.get("/").statusCode()).isEqualTo(302);
    }
  }
}
