package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The portal on a telephone, without a script: each page is looked at by axe, and small enough. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("P19")
class PortalBrowserTest {
  private static final Path SHOTS = Path.of("target", "screenshots");
  private static final int FIRST_LOAD = 100_000;

  private Chromium chromium;
  private DebtorsDoor door;
  private String address;

  @BeforeAll
  void open() throws IOException {
    chromium = Chromium.started();
    door = new DebtorsDoor();
    door.send();
    address = door.one("select email from parties.debtor where name = 'Hotel Seeblick GmbH'");
    Files.createDirectories(SHOTS);
  }

  @AfterAll
  void close() {
    if (chromium != null) {
      chromium.close();
    }
    if (door != null) {
      door.close();
    }
  }

  /** Nothing that axe finds, no wider than its screen, and a picture; once in light, once in dark. */
  private static void look(Page page, String name) {
    for (var theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
      page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve("portal-" + name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png")).setFullPage(true));
      assertThat(Accessibility.breaches(page)).as(name + " " + theme).isEmpty();
      assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).as(name).isLessThanOrEqualTo(page.viewportSize().width);
    }
  }

  @Test
  void theWayInAndEveryPageOnAPhone() {
    var page = chromium.window(door.desk, 360, 740, ColorScheme.LIGHT, true);
    var loaded = new long[1];
    page.onResponse(response -> loaded[0] += response.status() == 200 ? response.body().length : 0);
    page.navigate(door.link(address) + "?in=en");
    look(page, "enter");
    assertThat(loaded[0]).as("bytes of the first load").isLessThan(FIRST_LOAD);
    var mails = door.mail.arrived();
    page.locator("button.primary").click();
    page.locator("#code").waitFor();
    look(page, "code");
    page.fill("#code", "000");
    page.locator("button.primary").click();
    assertThat(page.locator("[role=alert]").textContent()).contains("not the code");
    page.fill("#code", DebtorsDoor.codeIn(door.mail.next(mails).text()));
    loaded[0] = 0;
    page.locator("button.primary").click();
    page.locator(".invoices").waitFor();
    assertThat(loaded[0]).as("bytes of the first page").isLessThan(FIRST_LOAD);
    look(page, "home");
    for (var name : List.of("sent", "call", "hardship", "wishes", "plan")) {
      page.navigate("/d/" + name);
      look(page, name);
    }
    page.locator("form.way button").first().click();
    page.locator("form[action='/d/plan/yes']").waitFor();
    look(page, "plan-seen");
    page.navigate("/d");
    page.locator(".invoices a[href$='/wrong']").first().click();
    look(page, "wrong");
    page.navigate("/d/call");
    page.fill("#words", "About the invoice of October.");
    page.locator("button.primary").click();
    page.locator("p[role=status]").waitFor();
    look(page, "told");
    page.locator("footer button.leave").click();
    look(page, "left");
    page.navigate("/d/AAAAAAAAAAAAAAAAAAAAAAAA");
    look(page, "closed");
    page.navigate("/d/asked");
    look(page, "asked");
    page.context().close();
    assertThat(chromium.complaints).isEmpty();
  }
}
