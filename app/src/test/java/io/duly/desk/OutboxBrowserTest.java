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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The outbox in a browser: by keyboard, in both themes, on a phone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutboxBrowserTest {
  private static final Path SHOTS = Path.of("target", "screenshots");
  private Chromium chromium;
  private Desk desk;
  private Mailing mailing;
  private People.Admitted max;

  @BeforeAll
  void open() throws IOException {
    chromium = Chromium.started();
    desk = new Desk();
    mailing = new Mailing(desk);
    max = desk.person("max", Role.MANAGER);
    Files.createDirectories(SHOTS);
    mailing.asksAPerson(mailing.to("Moreau"), "the creditor wants every message looked at first");
    mailing.asksAPerson(mailing.to("Haddad"), "the creditor wants every message looked at first");
    mailing.uncertain(mailing.to("Silva"));
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

  private List<String> pages() {
    return List.of(
        "/outbox", "/outbox?show=approval", "/outbox?show=uncertain", "/outbox?show=letters", "/outbox?show=sent", "/outbox/pauses",
        "/outbox/" + mailing.to("Moreau"), "/outbox/" + mailing.to("Silva"),
        "/outbox/approval?id=" + mailing.to("Moreau") + "&id=" + mailing.to("Haddad"));
  }

  @Test
  void messagesAreChosenReadAndApprovedByKeyboard() {
    var page = chromium.signedIn(desk, max);
    page.keyboard().press("o");
    page.locator("table.outbox").waitFor();
    page.keyboard().press("j");
    assertThat(String.valueOf(page.evaluate("document.activeElement.textContent"))).isEqualTo("Hotel Seeblick GmbH");
    page.navigate("/outbox?show=approval");
    page.keyboard().press("j");
    page.keyboard().press("x");
    page.keyboard().press("j");
    page.keyboard().press("x");
    assertThat(page.locator("[data-pick]:checked").count()).isEqualTo(2);
    page.keyboard().press("a");
    page.locator("pre.words").first().waitFor();
    assertThat(page.locator("pre.words").count()).isEqualTo(2);
    shot(page, "outbox-reading");
    page.keyboard().press("a");
    page.locator("p[role=status]").waitFor();
    assertThat(page.locator("p[role=status]").textContent()).contains("2 messages are approved");
    page.navigate("/outbox/" + mailing.to("Moreau"));
    page.keyboard().press("r");
    page.keyboard().type("they called and will pay");
    page.keyboard().press("Enter");
    page.locator("p[role=status]").waitFor();
    assertThat(page.locator(".state").textContent()).contains("withdrawn", "they called and will pay");
    page.context().close();
    assertThat(chromium.complaints).isEmpty();
  }

  @Test
  void theHtmlOfAMessageIsShownInAFrameInWhichNothingRuns() {
    var page = chromium.signedIn(desk, max);
    page.navigate("/outbox/" + mailing.to("Hotel Seeblick") + "?as=html");
    var frame = page.frameLocator("iframe.words");
    assertThat(frame.locator("body").textContent()).contains("Ada Lindqvist");
    shot(page, "outbox-html");
    page.context().close();
    assertThat(chromium.complaints).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(value = ColorScheme.class, names = {"LIGHT", "DARK"})
  void everyPageIsAccessibleAndNoneIsWiderThanAPhone(ColorScheme theme) {
    desk.database.execute(
        "insert into correspondence.pause (id, why, since, placed_by) values (gen_random_uuid(), 'the bank account on the letterhead is wrong', now(), 'person:max') on conflict do nothing");
    var wide = chromium.signedIn(desk, max, 1440, 900, theme);
    var phone = chromium.signedIn(desk, max, 360, 800, theme);
    for (var address : pages()) {
      wide.navigate(address);
      shot(wide, "outbox" + address.replaceAll("[0-9a-f-]{36}", "m").replaceAll("[^a-z]+", "-") + theme.name().toLowerCase(java.util.Locale.ROOT));
      phone.navigate(address);
      assertThat(((Number) phone.evaluate("document.documentElement.scrollWidth")).intValue()).as(address).isLessThanOrEqualTo(360);
      shot(phone, "outbox" + address.replaceAll("[0-9a-f-]{36}", "m").replaceAll("[^a-z]+", "-") + theme.name().toLowerCase(java.util.Locale.ROOT) + "-360");
      for (var page : List.of(wide, phone)) {
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = !one.classList.contains('you'))");
        assertThat(Accessibility.breaches(page)).as(address).isEmpty();
      }
    }
    wide.context().close();
    phone.context().close();
    desk.database.execute("update correspondence.pause set lifted_at = now(), lifted_by = 'duly' where lifted_at is null");
    assertThat(chromium.complaints).isEmpty();
  }

  private static void shot(Page page, String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + ".png")).setFullPage(true));
  }
}
