package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.duly.identity.People;
import io.duly.identity.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** On the case: may I call by this number now, the message that waits with its words, and other words for it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OtherWordsTest {
  private static final Path SHOTS = Path.of("target", "screenshots");
  private static final String OWN =
      "{{greeting}}\n\nYour cellar was flooded, we heard; how are you?\n\n{{statement}}\n\n{{paid so far}}\n\nIf you see this differently, please tell me.\n\n{{payment}}\n\n{{notices}}\n\n{{signature}}";

  private Desk desk;
  private Mailing mailing;
  private People.Admitted anna;
  private People.Admitted bea;
  private People.Admitted otto;

  @BeforeAll
  void open() throws IOException {
    desk = new Desk("duly.sending.by-itself=false");
    mailing = new Mailing(desk);
    anna = desk.person("anna", Role.COLLECTOR);
    bea = desk.person("bea", Role.COLLECTOR, desk.portfolio.creditor(Portfolio.BRIGHTWELL));
    otto = desk.person("otto", Role.AUDITOR);
    Files.createDirectories(SHOTS);
  }

  @AfterAll
  void close() {
    desk.close();
  }

  @Test
  @Tag("P13")
  void besideEachNumberStandsWhetherItMayBeCalledNow() {
    desk.database.execute(
        "update parties.debtor set phone = '+4681234567' where name like 'Lindqvist%'",
        "update parties.debtor set phone = '+442079460001' where name = 'Okafor Foods Ltd'");
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      var held = visitor.get("/cases/" + desk.portfolio.caseOf("Lindqvist Marin AB")).body();
      assertThat(held).contains("tel:+4681234567", "class=\"maycall\"", "<b>No</b>", "hardship", "/contact\">why, and the week");
      assertThat(visitor.get("/cases/" + desk.portfolio.caseOf("Okafor Foods Ltd")).body()).contains("class=\"maycall\"");
    }
  }

  @Test
  @Tag("P12")
  void aMessageThatWaitsIsGivenOtherWordsInItsPlaceAndNothingThatMayNeverLeave() {
    var id = mailing.to("Moreau");
    var words = "/outbox/" + id + "/words";
    var planned = one("select planned_on::text || ' ' || state from correspondence.message where id = '" + id + "'");
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      assertThat(visitor.get(caseOf(id)).body()).as("words are written when they are asked for").contains("?words=now", words, "Withdraw").doesNotContain("As it would leave now");
      assertThat(visitor.get(caseOf(id) + "?words=now").body()).contains("As it would leave now", "RE-10507", words, "Withdraw");
      assertThat(visitor.get(words).body()).contains("{{statement}}", "{{signature}}", "{{invoices}}");
      var threat = visitor.post(words, words, Map.of("subject", "Your account", "text", OWN.replace("how are you?", "we will break your legs.")));
      assertThat(threat.statusCode()).isEqualTo(422);
      assertThat(threat.body()).contains("It says what may never leave", "break your legs", "May not leave like this");
      assertThat(visitor.get(words).body()).as("nothing typed is lost").contains("we will break your legs");
      assertThat(visitor.post(words, words, Map.of("subject", "x", "text", OWN.replace("{{statement}}", ""))).body()).contains("must have {{statement}}");
      assertThat(one("select count(*)::text from correspondence.own_words where message_id = '" + id + "'")).isEqualTo("0");

      assertThat(visitor.post(words, words, Map.of("subject", "After the flood: {{invoices}}", "text", OWN)).statusCode()).isEqualTo(302);
      assertThat(visitor.get("/outbox/" + id).body()).contains("It has other words now", "Your cellar was flooded", "After the flood: ", "RE-10507", "Ada Lindqvist");
      assertThat(visitor.get(words).body()).contains("Your cellar was flooded", "{{payment}}").doesNotContain("break your legs");
      assertThat(visitor.get(caseOf(id) + "?words=now").body()).contains("Your cellar was flooded");
      assertThat(one("select planned_on::text || ' ' || state from correspondence.message where id = '" + id + "'")).as("its place in the queue").isEqualTo(planned);
      visitor.post(words, words, Map.of("subject", "Second thoughts", "text", OWN.replace("flooded", "under water")));
      assertThat(visitor.get("/outbox/" + id).body()).contains("under water", "Second thoughts").doesNotContain("Your cellar was flooded");
      assertThat(one("select string_agg(version || ' ' || written_by, ', ' order by version) from correspondence.own_words where message_id = '" + id + "'"))
          .isEqualTo("1 person:anna, 2 person:anna");
    }
  }

  @Test
  void whatWasApprovedIsNotAnyMoreAndTheApprovedTextIsForgotten() {
    var id = mailing.to("Hotel Seeblick");
    mailing.asksAPerson(id, "the creditor wants every message looked at first");
    var words = "/outbox/" + id + "/words";
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      var hash = java.util.regex.Pattern.compile("name=\"hash\" value=\"([0-9a-f]{64})\"").matcher(visitor.get("/outbox/" + id).body());
      assertThat(hash.find()).isTrue();
      visitor.post("/outbox/" + id, "/outbox/" + id + "/approval", Map.of("hash", hash.group(1)));
      assertThat(one("select approval from correspondence.message where id = '" + id + "'")).isEqualTo("given");
      visitor.post(words, words, Map.of("subject", "Your account", "text", OWN));
      assertThat(one("select approval from correspondence.message where id = '" + id + "'")).isEqualTo("needed");
      assertThat(visitor.get("/outbox/" + id).body()).contains("Your cellar was flooded");
    }
  }

  @Test
  @Tag("P40")
  void nobodyElseReachesItAndReadersChangeNothing() {
    var id = mailing.to("Silva");
    var words = "/outbox/" + id + "/words";
    try (var visitor = new Visitor(desk).signedInAs(anna); var other = new Visitor(desk).signedInAs(bea); var auditor = new Visitor(desk).signedInAs(otto)) {
      assertThat(other.get(words).statusCode()).isEqualTo(404);
      assertThat(auditor.get(words).body()).contains("readonly").doesNotContain("Put them in its place");
      for (var part : List.of("", "/check", "/discarding")) {
        assertThat(other.post("/outbox/pauses", words + part, Map.of("text", "x")).statusCode()).as(part).isEqualTo(404);
        assertThat(visitor.postWithToken(words + part, "made-up", Map.of("text", "x")).statusCode()).as(part).isEqualTo(403);
        assertThat(auditor.post("/outbox/pauses", words + part, Map.of("text", "x")).statusCode()).as(part).isEqualTo(403);
      }
      visitor.post(words, words + "/check", Map.of("text", "</textarea><script>alert(1)</script>"));
      assertThat(visitor.get(words).body()).contains("&lt;/textarea&gt;&lt;script&gt;").doesNotContain("<script>alert");
      visitor.post(words, words + "/discarding", Map.of());
      assertThat(visitor.get(words).body()).doesNotContain("alert(1)");
      mailing.uncertain(id);
      assertThat(visitor.get(words).statusCode()).as("it does not wait any more").isEqualTo(404);
    }
  }

  @Test
  void theCaseAndTheEditorAreAccessibleAndReadWhileTyped() {
    try (var chromium = Chromium.started()) {
      var id = mailing.to("Haddad");
      desk.database.execute("update parties.debtor set phone = '+4681234567' where name like 'Lindqvist%'");
      var page = chromium.signedIn(desk, anna);
      page.navigate(caseOf(id));
      page.getByText("Other words").click();
      page.locator("#own-text").waitFor();
      page.locator("#own-text").fill("{{greeting}}\n\nPay today or we will send the bailiff to your house.\n\n{{signature}}");
      page.locator(".mirror mark").first().waitFor();
      assertThat(page.locator("#found .verdict").textContent()).contains("May not leave like this");
      page.context().close();
      for (var theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        for (int width : new int[] {1440, 360}) {
          var one = chromium.signedIn(desk, anna, width, 900, theme);
          for (var shown : Map.of("case-waiting", caseOf(id), "case-words", caseOf(id) + "?words=now", "reword", "/outbox/" + id + "/words", "case-maycall", "/cases/" + desk.portfolio.caseOf("Lindqvist Marin AB")).entrySet()) {
            one.navigate(shown.getValue());
            assertThat(((Number) one.evaluate("document.documentElement.scrollWidth")).intValue()).as(shown.getKey()).isLessThanOrEqualTo(width);
            shot(one, shown.getKey() + "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + width);
            assertThat(Accessibility.breaches(one)).as(shown.getKey()).isEmpty();
          }
          one.context().close();
        }
      }
      assertThat(chromium.complaints).isEmpty();
    }
  }

  private String caseOf(UUID message) {
    return "/cases/" + one("select c.number::text from cases.recovery_case c join correspondence.message m on m.case_id = c.id where m.id = '" + message + "'");
  }

  private static void shot(Page page, String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + ".png")).setFullPage(true));
  }

  private String one(String sql) {
    return desk.database.ask(dsl -> dsl.fetchSingle(sql).get(0, String.class));
  }
}
