package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.duly.identity.People;
import io.duly.identity.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Replies in a browser: by keyboard, in both themes, on a phone. */
@Tag("P23")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RepliesBrowserTest {
  private static final Path SHOTS = Path.of("target", "screenshots");
  private Chromium chromium;
  private Desk desk;
  private People.Admitted max;
  private UUID waiting;
  private UUID nobodys;

  @BeforeAll
  void open() throws IOException {
    chromium = Chromium.started();
    desk = new Desk("duly.sending.by-itself=false", "duly.replies.by-itself=false");
    var box = new Letterbox(desk);
    max = desk.person("max", Role.MANAGER);
    Files.createDirectories(SHOTS);
    waiting = box.from("Moreau", "Good morning,\n\ntwo pallets never arrived, so we dispute RE-10507. We will pay the rest on Friday.\n\nPlease write only, and not to my workplace.\n\nKim Doe\nMoreau Électricité SAS");
    box.from("Hotel Seeblick", "I lost my job and cannot pay. I can't go on.");
    nobodys =
        box.take(
            """
            From: "Accounts of somebody with a rather long name" <nobody@elsewhere-with-a-long-name.example>
            Message-ID: <a@x>
            Subject: Your invoice RE-10507
            Content-Type: multipart/mixed; boundary=b

            --b

            We have paid RE-10507 on Monday, see the attached file.
            --b
            Content-Type: application/pdf
            Content-Disposition: attachment; filename="transfer.pdf"

            x
            --b--
            """);
    box.take("From: k@elsewhere.example\nMessage-ID: <o@x>\nAuto-Submitted: auto-replied\nSubject: Out of office\n\nI am back on 8 June. Contact lee@elsewhere.example meanwhile.\n");
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

  private Map<String, String> pages() {
    var pages = new LinkedHashMap<String, String>();
    pages.put("replies", "/replies");
    pages.put("replies-unmatched", "/replies?show=unmatched");
    pages.put("replies-automatic", "/replies?show=automatic");
    pages.put("replies-one", "/replies/" + waiting);
    pages.put("replies-nobodys", "/replies/" + nobodys);
    return pages;
  }

  @Test
  void aReplyIsReachedByKeyboard() {
    var page = chromium.signedIn(desk, max);
    page.keyboard().press("e");
    page.locator("table.replies").waitFor();
    page.keyboard().press("j");
    assertThat(String.valueOf(page.evaluate("document.activeElement.textContent"))).as("the urgent one first").contains("Seeblick");
    page.keyboard().press("j");
    page.keyboard().press("Enter");
    page.locator("blockquote.theirs").waitFor();
    assertThat(page.locator("blockquote.theirs").textContent()).contains("two pallets never arrived");
    page.context().close();
    assertThat(chromium.complaints).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(value = ColorScheme.class, names = {"LIGHT", "DARK"})
  void everyPageIsAccessibleAndNoneIsWiderThanAPhone(ColorScheme theme) {
    var wide = chromium.signedIn(desk, max, 1440, 900, theme);
    var phone = chromium.signedIn(desk, max, 360, 800, theme);
    pages().forEach((name, address) -> {
      wide.navigate(address);
      shot(wide, name + "-" + theme.name().toLowerCase(Locale.ROOT));
      phone.navigate(address);
      assertThat(((Number) phone.evaluate("document.documentElement.scrollWidth")).intValue()).as(address).isLessThanOrEqualTo(360);
      shot(phone, name + "-" + theme.name().toLowerCase(Locale.ROOT) + "-360");
      for (var page : List.of(wide, phone)) {
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = !one.classList.contains('you'))");
        assertThat(Accessibility.breaches(page)).as(address).isEmpty();
      }
    });
    wide.context().close();
    phone.context().close();
    assertThat(chromium.complaints).isEmpty();
  }

  private static void shot(Page page, String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + ".png")).setFullPage(true));
  }
}
