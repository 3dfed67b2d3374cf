package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.duly.correspondence.template.Kind;
import io.duly.correspondence.template.Templates;
import io.duly.identity.People;
import io.duly.identity.Role;
import io.duly.wording.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The templates as pages: which are in force, what is wrong with a text, and what comes out of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TemplatePagesTest {
  private static final Path SHOTS = Path.of("target", "screenshots");
  private static final String REMINDER = Templates.shipped(Kind.FIRST_REMINDER, Language.EN).source();

  private Desk desk;
  private People.Admitted max;
  private People.Admitted bea;
  private People.Admitted anna;
  private People.Admitted otto;
  private String nordwind;
  private String brightwell;

  @BeforeAll
  void open() throws IOException {
    desk = new Desk();
    new Mailing(desk);
    max = desk.person("max", Role.MANAGER);
    bea = desk.person("bea", Role.MANAGER, desk.portfolio.creditor(Portfolio.BRIGHTWELL));
    anna = desk.person("anna", Role.COLLECTOR);
    otto = desk.person("otto", Role.AUDITOR);
    nordwind = "/templates/" + desk.portfolio.creditor(Portfolio.NORDWIND);
    brightwell = "/templates/" + desk.portfolio.creditor(Portfolio.BRIGHTWELL);
    Files.createDirectories(SHOTS);
  }

  @AfterAll
  void close() {
    desk.close();
  }

  @Test
  void aVersionIsSavedSeenInTheListAndAnEarlierOneSavedAgain() {
    var page = brightwell + "/second-reminder/en";
    var shipped = Templates.shipped(Kind.SECOND_REMINDER, Language.EN).source();
    try (var visitor = new Visitor(desk).signedInAs(max)) {
      assertThat(visitor.get(page).body()).contains("in force: the text that comes with Duly", "All values are known");
      var answer = visitor.post(page, page, Map.of("text", shipped.replace("# body", "# body\n\nGood morning from A & B."), "based", "0"));
      assertThat(answer.statusCode()).isEqualTo(302);
      assertThat(visitor.get(page).body()).contains("Saved as version 1", "Good morning from A &amp; B.", "in force: version 1");
      assertThat(visitor.get("/templates?creditor=" + brightwell.substring(11)).body()).contains("version 1").contains("max");
      assertThat(visitor.post(page, page, Map.of("text", shipped, "based", "0")).statusCode()).as("written without having seen version 1").isEqualTo(409);
      assertThat(visitor.post(page, page, Map.of("text", shipped, "based", "1")).statusCode()).isEqualTo(302);
      assertThat(visitor.get(page + "?version=1").body()).contains("The text of version 1", "Open it, to save it again", "Good morning from A");
      assertThat(visitor.get(page + "?version=7").statusCode()).isEqualTo(404);
      assertThat(one("select string_agg(version || ' ' || saved_by, ', ' order by version) from correspondence.template_version where kind = 'second-reminder'"))
          .isEqualTo("1 person:max, 2 person:max");
    }
  }

  @Test
  @Tag("P12")
  void whatIsWrongIsSaidWithItsLineAndNothingTypedIsLost() {
    var page = brightwell + "/first-reminder/en";
    try (var visitor = new Visitor(desk).signedInAs(max)) {
      var wrong = REMINDER.replace("{{statement}}", "{{statment}}").replace("# sms\n", "# sms\nYou owe {{total}}. ").replace("{{payment}}", "{{received}}\n\nWe will break your legs.</textarea><script>alert(1)</script>");
      var answer = visitor.post(page, page, Map.of("text", wrong, "based", "0"));
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(answer.body())
          .contains("What you typed is kept", "{{statment}}; did you mean {{statement}}?", "data-line=\"19\"", "{{received}} has no value in a first-reminder", "We will break your legs",
              "would tell whoever reads the SMS", "Nothing comes out before that is mended", "&lt;/textarea&gt;&lt;script&gt;")
          .doesNotContain("<script>alert");
      assertThat(visitor.get(page).body()).as("kept as a draft").contains("We will break your legs", "What you are changing");
      var threat = visitor.post(page, page, Map.of("text", REMINDER.replace("{{payment}}", "{{payment}}\n\nWe will break your legs."), "based", "0"));
      assertThat(threat.statusCode()).isEqualTo(422);
      assertThat(threat.body()).contains("May never be sent: it cannot be saved", "We will break your legs");
      assertThat(one("select count(*)::text from correspondence.template_version where kind = 'first-reminder'")).isEqualTo("0");
      visitor.post(page, page + "/discarding", Map.of());
      assertThat(visitor.get(page).body()).doesNotContain("break your legs");
    }
  }

  @Test
  void itIsLookedAtWithARealCaseInEveryForm() {
    var number = one("select c.number::text from cases.recovery_case c join parties.debtor d on d.id = c.debtor_id where d.name = 'Okafor Foods Ltd'");
    var creditor = "/templates/" + one("select d.creditor_id::text from parties.debtor d where d.name = 'Okafor Foods Ltd'");
    var other = creditor.equals(brightwell) ? nordwind : brightwell;
    var page = creditor + "/first-reminder/en";
    try (var visitor = new Visitor(desk).signedInAs(max)) {
      var form = Map.of("text", REMINDER.replace("# sms\n", "# sms\nČapek "), "number", number, "tone", "firm", "as", "sms");
      assertThat(visitor.post(page, page + "/check", form).body()).contains("For case " + number, "2 parts", "Capek").doesNotContain("with signs that the short alphabet lacks");
      assertThat(visitor.post(page, page + "/check", Map.of("text", REMINDER, "number", number, "as", "plain")).body()).contains("INV-2260", "Ada Lindqvist");
      var html = visitor.get(page + "/words.html?draft=1&number=" + number);
      assertThat(html.body()).contains("<!DOCTYPE html>", "INV-2260");
      assertThat(html.headers().firstValue("Content-Security-Policy").orElseThrow()).contains("default-src 'none'", "sandbox").doesNotContain("script-src");
      var pdf = visitor.get(page + "/letter.pdf?version=0&number=" + number);
      assertThat(pdf.body()).startsWith("%PDF");
      assertThat(pdf.headers().firstValue("Content-Disposition").orElseThrow()).startsWith("inline");
      assertThat(visitor.get(page + "/letter.pdf?version=0&save=1").headers().firstValue("Content-Disposition").orElseThrow()).startsWith("attachment");
      for (var none : List.of("999999", "1 or 1=1", number + "'")) {
        assertThat(visitor.post(page, page + "/check", Map.of("text", REMINDER, "number", none)).body()).contains("no case of that number");
      }
      var elsewhere = visitor.post(other + "/first-reminder/en", other + "/first-reminder/en/check", Map.of("text", REMINDER, "number", number)).body();
      assertThat(elsewhere).contains("no case of that number").doesNotContain("INV-2260");
      assertThat(visitor.post(creditor + "/document-copies/en", creditor + "/document-copies/en/check", Map.of("text", Templates.shipped(Kind.DOCUMENT_COPIES, Language.EN).source(), "number", number)).body()).contains("notice waits", "none can go with it");
    }
  }

  @Test
  @Tag("P40")
  void onlyManagersOfTheCreditorSaveAndReadersSeeOnly() {
    var page = nordwind + "/first-reminder/de";
    try (var manager = new Visitor(desk).signedInAs(max); var other = new Visitor(desk).signedInAs(bea); var collector = new Visitor(desk).signedInAs(anna);
        var auditor = new Visitor(desk).signedInAs(otto)) {
      for (var address : List.of(page, page + "/words.html", page + "/letter.pdf", "/templates?creditor=" + nordwind.substring(11))) {
        assertThat(other.get(address).statusCode()).as(address).isEqualTo(404);
        assertThat(auditor.get(address).statusCode()).as(address).isEqualTo(200);
      }
      for (var part : List.of("", "/check", "/discarding")) {
        assertThat(other.post("/outbox/pauses", page + part, Map.of("text", "x")).statusCode()).as(part).isEqualTo(404);
        assertThat(manager.postWithToken(page + part, "made-up", Map.of("text", "x")).statusCode()).as(part).isEqualTo(403);
        assertThat(auditor.post("/outbox/pauses", page + part, Map.of("text", "x")).statusCode()).as(part).isEqualTo(403);
        assertThat(collector.post("/outbox/pauses", page + part, Map.of("text", "x")).statusCode()).as(part).isEqualTo(403);
      }
      assertThat(auditor.get(page).body()).contains("readonly").doesNotContain("Save as a new version");
      assertThat(auditor.get(page + "?version=0&as=sms&tone=firm").body()).contains("1 part");
      for (var none : List.of("/no-such/en", "/own-words/en", "/first-reminder/pt")) {
        assertThat(manager.get(nordwind + none).statusCode()).as(none).isEqualTo(404);
      }
      manager.post(page, page + "/check", Map.of("text", "only mine"));
      assertThat(collector.get(page).body()).as("a draft is its writer's").doesNotContain("only mine");
      manager.post(page, page + "/discarding", Map.of());
    }
  }

  @Test
  void itIsReachedByKeyboardReadWhileTypedAndEveryPageIsAccessible() {
    try (var chromium = Chromium.started()) {
      var mia = desk.person("mia", Role.ADMINISTRATOR);
      var page = chromium.signedIn(desk, mia);
      page.keyboard().press("t");
      page.locator("table.templates").waitFor();
      page.keyboard().press("j");
      page.keyboard().press("j");
      page.keyboard().press("Enter");
      page.locator("#source").waitFor();
      var address = page.url();
      page.locator("#source").fill(REMINDER.replace("{{statement}}", "{{statment}}").replace("{{payment}}", "{{payment}}\n\nPay today or we will send the bailiff to your house."));
      page.locator("#found [data-line]").first().waitFor();
      page.locator(".mirror mark").first().waitFor();
      page.locator("#found [data-line]").first().click();
      assertThat(String.valueOf(page.evaluate("document.getSelection().toString() || document.activeElement.value.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd)"))).isEqualTo("{{statment}}");
      shot(page, "template-wrong");
      page.locator("#source").fill(REMINDER.replace("In a busy week", "In a very busy week"));
      page.locator("input[name=as][value=html]").check();
      page.locator("#found iframe.words").waitFor();
      assertThat(page.frameLocator("#found iframe.words").locator("body").textContent()).contains("Brightwell Supplies");
      page.context().close();

      for (var theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        for (int width : new int[] {1440, 360}) {
          var one = chromium.signedIn(desk, mia, width, 900, theme);
          for (var shown : Map.of("templates", "/templates", "template", address.replaceFirst("^https?://[^/]+", ""), "template-sms", nordwind + "/first-reminder/de?as=sms&version=0",
              "template-letter", nordwind + "/formal-demand/fr?as=letter&version=0").entrySet()) {
            one.navigate(shown.getValue());
            one.evaluate("document.querySelectorAll('details').forEach(one => one.open = !one.classList.contains('you'))");
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

  private static void shot(Page page, String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + ".png")).setFullPage(true));
  }

  private String one(String sql) {
    return desk.database.ask(dsl -> dsl.fetchSingle(sql).get(0, String.class));
  }
}
