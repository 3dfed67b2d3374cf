package io.duly.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.duly.identity.People;
import io.duly.identity.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The worklist by keyboard: many lines at once, kept lists, the brief from a line, and back to where one was. */
@Tag("P33")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorklistBrowserTest {
  private Chromium chromium;
  private Desk desk;
  private People.Admitted anna;

  @BeforeAll
  void open() {
    chromium = Chromium.started();
    desk = new Desk(Desk.MONDAY, "duly.calls.by-itself=false");
    anna = desk.person("anna", Role.COLLECTOR);
  }

  @AfterAll
  void close() {
    if (chromium != null) {
      chromium.close();
    }
    if (desk != null) {
      desk.close();
    }
  }

  @AfterEach
  void noPageComplained() {
    assertThat(chromium.complaints).isEmpty();
  }

  private static void press(Page page, String... keys) {
    for (var key : keys) {
      page.keyboard().press(key);
    }
  }

  @Test
  void linesAreTickedLookedAtGivenAndTakenBackWithoutAMouse() {
    var page = chromium.signedIn(desk, anna);
    assertThat(page.locator("#bulk")).isHidden();
    press(page, "j", "x", "j", "Space");
    assertThat(page.locator("#bulk button")).containsText("2");
    CollectorsDays.look(page, "worklist-chosen");
    page.locator("#bulk button").click();
    assertThat(page.locator("h1")).hasText("2 cases chosen");
    CollectorsDays.look(page, "bulk-chosen");
    page.locator("section[aria-labelledby=act-give] button").click();
    assertThat(page.locator(".letter h2").first()).hasText("2 cases change hands");
    CollectorsDays.look(page, "bulk-preview");
    CollectorsDays.lookOnAPhone(page, "bulk-preview");
    press(page, "a");
    assertThat(page.locator("p[role=status]")).containsText("It is done");
    CollectorsDays.look(page, "bulk-done");
    page.locator("button[data-page-key=r]").click();
    assertThat(page.locator("p[role=status]")).containsText("2 cases are as before");
    page.context().close();
  }

  @Test
  void aKeptListIsOpenedByGAndADigitFromAnyPage() {
    var page = chromium.signedIn(desk, anna);
    page.navigate("/?currency=GBP");
    page.locator("summary", new Page.LocatorOptions().setHasText("Keep this list")).click();
    page.fill(".lists [name=name]", "Pounds");
    page.check(".lists [name=shared]");
    CollectorsDays.look(page, "views-keep");
    page.locator(".lists form[action='/views'] button").click();
    assertThat(page.locator(".views a[aria-current=page]")).containsText("Pounds");
    CollectorsDays.look(page, "views-kept");
    CollectorsDays.lookOnAPhone(page, "views-kept");
    page.navigate("/tasks");
    press(page, "g", "1");
    page.waitForURL(url -> url.endsWith("/?currency=GBP"));
    page.context().close();
  }

  @Test
  void theBriefOpensFromALineAndOneComesBackToThatLine() {
    var page = chromium.signedIn(desk, anna);
    page.navigate("/?work=call");
    press(page, "j", "j");
    var line = page.evaluate("document.activeElement.textContent");
    press(page, "c");
    page.waitForURL("**/brief");
    press(page, "w");
    page.waitForURL(url -> url.endsWith("/?work=call"));
    assertThat(page.locator("[data-worklist]")).isVisible();
    assertThat(page.evaluate("document.activeElement.textContent")).isEqualTo(line);
    page.context().close();
  }
}
