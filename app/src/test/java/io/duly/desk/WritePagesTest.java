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
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A message written by hand, with what is found in its words while they are typed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WritePagesTest {
  private static final Path SHOTS = Path.of("target", "screenshots");
  private static final String GOOD =
      "{{greeting}}\n\nInvoice RE-10655 is still open. If you see this differently, please tell us.\nIs there anything you need from us, such as a copy of the invoice?\n\n{{signature}}";

  private Desk desk;
  private People.Admitted anna;
  private People.Admitted bea;
  private People.Admitted otto;

  @BeforeAll
  void open() throws IOException {
    desk = new Desk();
    new Mailing(desk);
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
  @Tag("P12")
  void whatMayNeverLeaveCannotBeQueuedAndWhatNeedsASecondPersonWaitsForOne() {
    var write = write("Rossi Marine");
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      visitor.post(write, write, form(visitor, write, "We will break your legs if you do not pay.", "email"));
      assertThat(visitor.get(write).body()).contains("It says what may never leave", "We will break your legs", "May not leave like this");
      assertThat(count("Rossi Marine")).isZero();
      assertThat(visitor.post(write, write, form(visitor, write, "{{greeting}}\n\nYou have not paid. Think about it.\n\n{{signature}}", "email")).headers().firstValue("Location").orElseThrow()).contains("/outbox/");
      assertThat(one("select approval || ' ' || state || ' ' || purpose from correspondence.message m join parties.debtor d on d.id = m.debtor_id where d.name like 'Rossi%'"))
          .isEqualTo("needed checked demand");
      assertThat(visitor.get(write).body()).as("the draft is done with").doesNotContain("Think about it");
    }
  }

  @Test
  void aGoodLetterWaitsWithItsOwnLinesAndIsDrawnOnPaper() {
    var write = write("Atelier Brun");
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      var checked = visitor.post(write, write + "/check", form(visitor, write, GOOD, "letter")).body();
      assertThat(checked).contains("Nothing found in its words", "Ada Lindqvist", "please tell us.\nIs there anything");
      var outbox = visitor.post(write, write, form(visitor, write, GOOD, "letter")).headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
      assertThat(visitor.get(outbox).body()).contains("own words", "RE-10655", "Ada Lindqvist", "It waits in the outbox");
      assertThat(visitor.get(outbox + "/letter.pdf").body()).startsWith("%PDF");
      assertThat(one("select written_by from correspondence.own_words o join correspondence.message m on m.id = o.message_id where m.channel = 'letter'")).isEqualTo("person:anna");
      assertThat(one("select string_agg(kind, ' ') from journal.entry where kind = 'message-written' and actor = 'person:anna' and summary like '%letter%'")).isEqualTo("message-written");
    }
  }

  @Test
  void anSmsSaysItsPartsAndTellsNobodyOfTheDebt() {
    var write = write("Moreau");
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      assertThat(visitor.post(write, write + "/check", form(visitor, write, "Please call us: {{person phone}}.", "sms")).body()).contains("1 part", "signs left");
      assertThat(visitor.post(write, write + "/check", form(visitor, write, "You owe {{total}}.", "sms")).body()).contains("would tell whoever reads the SMS of the debt");
      assertThat(visitor.post(write, write + "/check", form(visitor, write, "{{totall}} and [date]", "email")).body()).contains("{{total}}", "There is a place left to fill: [date]");
    }
  }

  @Test
  @Tag("P40")
  void nobodyElseReachesItAndNothingTypedRuns() {
    var write = write("Fischer Druck");
    try (var visitor = new Visitor(desk).signedInAs(anna); var other = new Visitor(desk).signedInAs(bea); var auditor = new Visitor(desk).signedInAs(otto)) {
      var hostile = "</textarea><script>alert(1)</script> \"'> {{greeting}}";
      visitor.post(write, write + "/check", form(visitor, write, hostile, "email"));
      assertThat(visitor.get(write).body()).contains("&lt;/textarea&gt;&lt;script&gt;alert(1)").doesNotContain("<script>alert");
      assertThat(other.get(write).statusCode()).isEqualTo(404);
      for (var part : List.of("", "/check", "/discarding")) {
        assertThat(other.post("/outbox/pauses", write + part, Map.of("text", "x")).statusCode()).as(part).isEqualTo(404);
        assertThat(visitor.postWithToken(write + part, "made-up", Map.of("text", "x")).statusCode()).as(part).isEqualTo(403);
        assertThat(auditor.post("/outbox/pauses", write + part, Map.of("text", "x")).statusCode()).as(part).isEqualTo(403);
      }
      assertThat(auditor.get(write).body()).doesNotContain("alert(1)", "Into the outbox");
      visitor.post(write, write + "/discarding", Map.of());
      assertThat(visitor.get(write).body()).doesNotContain("alert(1)");
    }
  }

  @Test
  void oneCheckWhileTypingIsQuick() {
    var write = write("Castillo");
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      var form = form(visitor, write, GOOD, "email");
      visitor.post(write, write + "/check", form);
      var writing = desk.application.getBean(io.duly.correspondence.sending.HandWriting.class);
      var check = io.duly.wording.ToneCheck.of(io.duly.wording.Language.EN);
      var words = GOOD.repeat(3);
      check.check(words, io.duly.wording.CaseFacts.unknown());
      long begun = System.nanoTime();
      for (int at = 0; at < 50; at++) {
        check.check(words, io.duly.wording.CaseFacts.unknown());
      }
      System.out.println("one tone check: " + (System.nanoTime() - begun) / 50_000 + " µs; " + writing.getClass().getSimpleName());
      assertThat((System.nanoTime() - begun) / 50_000_000).isLessThan(20);
    }
  }

  @Test
  void wordsAreMarkedWhileTheyAreTypedBetterOnesTakenAndACrashLosesNothing() {
    try (var chromium = Chromium.started()) {
      var page = chromium.signedIn(desk, anna);
      var write = write("Silva");
      page.navigate(write.replace("/write", ""));
      page.keyboard().press("m");
      page.locator("#own-text").waitFor();
      page.navigate(write + "?language=en");
      page.locator("input[name=subject]").fill("Your account with us");
      page.locator("#own-text").fill("{{greeting}}\n\nPay today or we will send the bailiff to your house. Invoices are due and we have written to you about them more than once without hearing from you, which we do not understand at all, since we have always worked well together until now.\n\n{{signature}}");
      page.locator(".mirror mark").first().waitFor();
      assertThat(page.locator(".mirror mark").count()).isPositive();
      assertThat(page.locator("#found .verdict").textContent()).contains("May not leave like this");
      shot(page, "write-blocked");
      page.locator("[data-take]").first().click();
      page.waitForCondition(() -> !page.inputValue("#own-text").contains("bailiff"));
      page.locator("[data-add]").first().waitFor();
      page.locator("[data-add]").first().click();
      page.waitForCondition(() -> page.inputValue("#own-text").contains("If you see this differently"));
      page.waitForTimeout(1_500);
      page.context().close();

      var again = chromium.signedIn(desk, anna);
      again.navigate(write);
      assertThat(again.inputValue("#own-text")).contains("If you see this differently").doesNotContain("bailiff");
      for (var theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        for (int width : new int[] {1440, 360}) {
          var one = chromium.signedIn(desk, anna, width, 900, theme);
          one.navigate(write);
          one.locator("#found .verdict").waitFor();
          assertThat(((Number) one.evaluate("document.documentElement.scrollWidth")).intValue()).isLessThanOrEqualTo(width);
          shot(one, "write-" + theme.name().toLowerCase(java.util.Locale.ROOT) + "-" + width);
          assertThat(Accessibility.breaches(one)).isEmpty();
          one.context().close();
        }
      }
      assertThat(chromium.complaints).isEmpty();
    }
  }

  private static void shot(Page page, String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + ".png")).setFullPage(true));
  }

  private String write(String debtor) {
    return "/cases/" + one("select c.number::text from cases.recovery_case c join parties.debtor d on d.id = c.debtor_id where d.name like '" + debtor + "%'") + "/write";
  }

  /** As the editor sends it, about the invoices that it ticks first. */
  private static Map<String, String> form(Visitor visitor, String write, String text, String channel) {
    var invoice = java.util.regex.Pattern.compile("name=\"invoice\" value=\"([0-9a-f-]{36})\"").matcher(visitor.get(write).body());
    assertThat(invoice.find()).isTrue();
    return Map.of("text", text, "channel", channel, "subject", "Your account", "language", "en", "asks", "true", "invoice", invoice.group(1));
  }

  private int count(String debtor) {
    return Integer.parseInt(one("select count(*)::text from correspondence.message m join parties.debtor d on d.id = m.debtor_id where d.name like '" + debtor + "%'"));
  }

  private String one(String sql) {
    return desk.database.ask(dsl -> dsl.fetchSingle(sql).get(0, String.class));
  }
}
