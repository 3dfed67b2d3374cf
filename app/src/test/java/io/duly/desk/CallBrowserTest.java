package io.duly.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Calls in a browser: stories played through, and nothing that was typed is lost. */
@Tag("P14")
@Tag("P15")
@Tag("P21")
class CallBrowserTest {
  private static final Path SHOTS = Path.of("target", "screenshots");
  private static final String BRENNAN = "Brennan & Co Ltd";

  private Chromium chromium;
  private Desk desk;
  private People.Admitted anna;

  @BeforeEach
  void open() throws IOException {
    chromium = Chromium.started();
    desk = new Desk(Desk.MONDAY, "duly.sending.by-itself=false", "duly.replies.by-itself=false", "duly.calls.by-itself=false");
    anna = desk.person("anna", Role.COLLECTOR);
    Files.createDirectories(SHOTS);
  }

  @AfterEach
  void close() {
    if (chromium != null) {
      chromium.close();
    }
    if (desk != null) {
      desk.close();
    }
  }

  private String one(String sql) {
    return desk.database.ask(tx -> tx.fetch(sql).formatCSV(false)).strip();
  }

  private Page begun(Page page) {
    page.navigate("/cases/" + desk.portfolio.caseOf(BRENNAN));
    page.keyboard().press("c");
    page.locator("ul.numbers").waitFor();
    if (page.locator("#money").count() > 0) {
      page.fill("#money [name=why]", "We ask what it is for.");
      page.locator("#money form button").click();
      page.locator("p[role=status]").waitFor();
    }
    page.keyboard().press("c");
    page.locator("#call").waitFor();
    return page;
  }

  private static Page verified(Page page) {
    page.fill("[name=who]", "Siobhan Brennan");
    page.fill("[name=how]", "said name and role");
    page.locator("button[formaction$='/party']").click();
    page.locator("[name=words]").waitFor();
    return page;
  }

  private static void finish(Page page) {
    page.locator("[data-end]").click();
    page.locator("[data-call-ended]").waitFor();
  }

  @Test
  void aPromiseIsMadeFromTheKeyOnTheCaseToTheEnd() {
    var page = verified(begun(chromium.signedIn(desk, anna)));
    page.fill("[name=words]", "The big customer in Leeds pays on Thursday.");
    page.selectOption("[name=category]", "third_party");
    page.check("[name=way][value=part_and_rest]");
    page.fill("[name=amount]", "1,000.01");
    assertThat(page.locator("#plan")).containsText("1,000.01");
    assertThat(page.locator("#plan")).containsText("11,479.99");
    assertThat(page.locator("#readback")).containsText("The big customer in Leeds");
    page.check("[name=agreed]");
    page.check("[name=confirmed]");
    page.check("[name=outcome][value=reached]");
    page.selectOption("[name=next]", "await_payment");
    finish(page);
    assertThat(one("select amount, due_on from agreements.promise where outcome is null and case_id in (select case_id from calls.call)")).as("a part now").isEqualTo("100001,2026-11-20");
    assertThat(one("select i.amount, i.due_on from agreements.plan p join agreements.instalment i on i.plan_id = p.id and i.nth = 2 where p.ended_on is null and p.case_id in (select case_id from calls.call)")).as("and the rest")
        .isEqualTo("1147999,2026-12-21");
    assertThat(one("select state from correspondence.message where purpose = 'recap' and case_id in (select case_id from calls.call)")).as("in writing, too").isEqualTo("checked");
    assertThat(one("select outcome, confirmed from calls.call")).isEqualTo("reached,true");
    assertThat(chromium.complaints).isEmpty();
  }

  @Test
  void theWrongPersonHearsNothingOfItAndTheNumberIsNotCalledAgain() {
    var page = begun(chromium.signedIn(desk, anna));
    assertThat(page.content()).doesNotContain("GBP").doesNotContain("INV-");
    page.keyboard().press("4");
    assertThat(page.locator("[name=next]")).hasValue("better_contact");
    finish(page);
    assertThat(one("select outcome from calls.call")).isEqualTo("wrong_number");
    assertThat(one("select count(*) from correspondence.dead_address where address = '+441614960315'")).isEqualTo("1");
    assertThat(one("select kind from cases.task where done_on is null and case_id in (select case_id from calls.call) order by kind")).isEqualTo("allocate\ncomplete_file");
    page.navigate("/cases/" + desk.portfolio.caseOf(BRENNAN) + "/brief");
    assertThat(page.locator("ul.numbers")).containsText("somebody else’s number");
  }

  @Test
  void whoShoutsIsCalledBackOnThursdayAtTenAndLeftInPeaceUntilThen() {
    var page = verified(begun(chromium.signedIn(desk, anna)));
    page.fill("[name=words]", "Leave me alone, you are all the same!");
    page.locator("button[formaction$='/heat']").click();
    page.locator(".calm").waitFor();
    page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(SHOTS.resolve("call-heated.png")));
    assertThat(page.locator("[name=words]")).hasValue("Leave me alone, you are all the same!");
    page.fill("[name=next_on]", "2026-11-26");
    page.fill("[name=next_at]", "10:00");
    page.fill("[name=note]", "He shouted in the second minute.");
    finish(page);
    assertThat(one("select kind, until from cases.hold where lifted_on is null and case_id in (select case_id from calls.call)")).isEqualTo("cooling_off,2026-11-25");
    assertThat(one("select kind, due_on, due_at from cases.task where done_on is null and case_id in (select case_id from calls.call) order by kind"))
        .as("what the call asks for, and that their money is found first: the case is decided at once")
        .contains("call,2026-11-26,2026-11-26T10:00Z", "review", "allocate,2026-11-20");
    assertThat(one("select why from cases.task where done_on is null and kind = 'review' and case_id in (select case_id from calls.call)")).contains("for a manager", "heated");
  }

  @Test
  void writeOnlyAndNotToMyWorkplaceHoldsAtOnce() {
    var page = verified(begun(chromium.signedIn(desk, anna)));
    page.fill("[name=words]", "Please write only, and not to my workplace.");
    page.locator(".athand summary").last().click();
    page.check("[name=letters_only]");
    page.check("[name=not_at_work]");
    page.check("[name=outcome][value=reached]");
    page.selectOption("[name=next]", "by_policy");
    finish(page);
    assertThat(one("select count(*) from correspondence.stated_wish where kind = 'stop' and taken_back_at is null")).isEqualTo("5");
    page.navigate("/cases/" + desk.portfolio.caseOf(BRENNAN) + "/brief");
    assertThat(page.locator("ul.numbers")).not().containsText("Call +44");
  }

  @Test
  void aClosedBrowserLosesNothingOlderThanThreeSeconds() {
    var page = verified(begun(chromium.signedIn(desk, anna)));
    var address = page.url();
    page.locator("[name=words]").pressSequentially("Two pallets never arrived.");
    page.waitForTimeout(3_000);
    page.context().close();
    var again = chromium.signedIn(desk, anna);
    assertThat(again.locator("aside.paused")).containsText("Finish the note of your call with " + BRENNAN);
    again.navigate(address);
    assertThat(again.locator("[name=words]")).hasValue("Two pallets never arrived.");
  }

  @Test
  void aCutLineKeepsWhatIsTypedAndSavesItWhenItIsBack() {
    var page = verified(begun(chromium.signedIn(desk, anna)));
    page.route("**/draft", route -> route.abort());
    page.fill("[name=words]", "typed without a line");
    assertThat(page.locator("[data-state]")).containsText("No connection");
    assertThat(one("select coalesce(fields ->> 'words', '') from calls.draft")).isEqualTo("\"\"");
    page.reload();
    assertThat(page.locator("[name=words]")).hasValue("typed without a line");
    page.unroute("**/draft");
    assertThat(page.locator("[data-state]")).containsText("Saved");
    assertThat(one("select fields ->> 'words' from calls.draft")).isEqualTo("typed without a line");
  }

  @Test
  void anotherWindowThatSavedMeanwhileIsNotOverwrittenUnasked() {
    var page = verified(begun(chromium.signedIn(desk, anna)));
    var other = page.context().newPage();
    other.navigate(page.url());
    other.fill("[name=note]", "from the other window");
    assertThat(other.locator("[data-state]")).containsText("Saved");
    page.fill("[name=note]", "from this one");
    assertThat(page.locator("[data-newer]")).isVisible();
    assertThat(one("select fields ->> 'note' from calls.draft")).isEqualTo("from the other window");
    page.locator("[data-mine]").click();
    assertThat(page.locator("[data-state]")).containsText("Saved");
    assertThat(one("select fields ->> 'note' from calls.draft")).isEqualTo("from this one");
  }

  @Test
  void everyStateIsAccessibleAndNoWiderThanAPhone() {
    var first = begun(chromium.signedIn(desk, anna));
    var call = first.url();
    for (var step : List.of("before", "verified")) {
      if (step.equals("verified")) {
        verified(first);
        first.check("[name=way][value=instalments]");
        assertThat(first.locator("[data-state]")).containsText("Saved");
      }
      for (var theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        for (int width : new int[] {1440, 360}) {
          var page = chromium.signedIn(desk, anna, width, 900, theme);
          for (var address : List.of(call, "/cases/" + desk.portfolio.caseOf(BRENNAN) + "/brief", "/cases/" + desk.portfolio.caseOf("Okafor Foods Ltd") + "/brief")) {
            page.navigate(address);
            var name = "call-" + step + "-" + (address.equals(call) ? "talk" : address.replaceAll("\\D+", "")) + "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + width;
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(SHOTS.resolve(name + ".png")));
            assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue()).as(address).isLessThanOrEqualTo(width);
            page.evaluate("document.querySelectorAll('details').forEach(one => one.open = !one.classList.contains('you'))");
            assertThat(Accessibility.breaches(page)).as(name).isEmpty();
          }
          page.context().close();
        }
      }
    }
    assertThat(chromium.complaints).isEmpty();
  }
}
