package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.duly.identity.People;
import io.duly.identity.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The desk in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserTest {
  private static final Path SHOTS = Path.of("target", "screenshots");
  private static final List<String> PAGES =
      List.of("/", "/?work=wait", "/?work=allocate", "/cases/1", "/cases/3", "/cases/1/statement", "/search?q=brennan", "/search?q=nothing-like-it", "/no-such-page");

  private Chromium chromium;
  private Desk desk;
  private People.Admitted anna;

  @BeforeAll
  void open() throws IOException {
    chromium = Chromium.started();
    desk = new Desk();
    anna = desk.person("anna", Role.COLLECTOR);
    Files.createDirectories(SHOTS);
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

  /** Nothing that the content policy refused, no error of a script, no dialog that somebody's name opened. */
  @AfterEach
  void noPageComplained() {
    chromium.complaints.removeIf(text -> text.startsWith("Failed to load resource: the server responded with a status of 404"));
    assertThat(chromium.complaints).isEmpty();
  }

  @Test
  void signsInAfterAWrongPasswordAndOutAgain() {
    var page = chromium.window(desk, 1000, 700, ColorScheme.LIGHT, true);
    page.navigate("/cases/1");
    page.fill("#login", "anna");
    page.fill("#password", "wrong");
    page.keyboard().press("Enter");
    page.locator("[role=alert]:visible").waitFor();
    assertThat(page.locator("[role=alert]:visible").textContent()).contains("do not go together");
    assertThat(page.inputValue("#login")).isEqualTo("anna");
    page.fill("#password", anna.password());
    page.keyboard().press("Enter");
    page.locator(".casehead").waitFor();
    page.locator(".you summary").click();
    page.locator("form[action='/sign-out'] button").click();
    page.locator(".entrance").waitFor();
    page.context().close();
  }

  @Test
  void theWorklistIsWorkedByKeyboard() {
    var page = chromium.signedIn(desk, anna);
    var names = page.locator("[data-row]").allTextContents();
    assertThat(names).contains("Brennan & Co Ltd");
    page.keyboard().press("j");
    assertThat(focused(page)).isEqualTo(names.getFirst());
    page.keyboard().press("j");
    assertThat(focused(page)).isEqualTo(names.get(1));
    page.keyboard().press("k");
    page.keyboard().press("Enter");
    page.locator(".casehead").waitFor();
    assertThat(page.title()).startsWith(names.getFirst());
    page.keyboard().press("w");
    page.locator("table.work").waitFor();
    page.keyboard().press("?");
    assertThat(page.locator("dialog[open]").isVisible()).isTrue();
    page.keyboard().press("Escape");
    page.keyboard().press("/");
    page.keyboard().type("kowalski");
    page.keyboard().press("Enter");
    page.locator("#results").waitFor();
    assertThat(page.locator("#results").textContent()).contains("Kowalski Transport");
    page.context().close();
  }

  private static String focused(Page page) {
    return String.valueOf(page.evaluate("document.activeElement.textContent"));
  }

  @Test
  void aNoteIsWrittenByKeyboardAndItsDraftOutlivesThePage() {
    var page = chromium.signedIn(desk, anna);
    page.navigate("/cases/2");
    page.keyboard().press("n");
    page.keyboard().type("They want the delivery note.");
    page.reload();
    assertThat(page.inputValue("#note")).isEqualTo("They want the delivery note.");
    page.locator(".compose button").click();
    page.locator("p[role=status]").waitFor();
    assertThat(page.locator("#happenings").textContent()).contains("They want the delivery note.");
    assertThat(page.inputValue("#note")).isEmpty();
    page.reload();
    assertThat(page.inputValue("#note")).as("the draft is done with").isEmpty();
    page.context().close();
  }

  @Test
  void aPartOfWhatHappenedIsShownInPlace() {
    var page = chromium.signedIn(desk, anna);
    page.navigate("/cases/1");
    page.locator("#timeline nav a", new Page.LocatorOptions().setHasText("Money")).click();
    page.waitForURL("**/cases/1?show=money");
    assertThat(page.locator("#happenings").textContent()).contains("2,500.00").doesNotContain("Mrs Brennan");
    page.context().close();
  }

  @Test
  void worksWithoutJavaScript() {
    var page = Chromium.signIn(chromium.window(desk, 1200, 800, ColorScheme.LIGHT, false), anna);
    page.locator("tbody th a").first().click();
    page.locator("#note").fill("written without scripts");
    page.locator(".compose button").click();
    assertThat(page.locator("#happenings").textContent()).contains("written without scripts");
    page.context().close();
  }

  @Test
  void namesAndTextsOfOthersAreShownAsTheyAre() {
    var page = chromium.signedIn(desk, anna);
    page.navigate("/cases/" + desk.portfolio.caseOf("<script>alert('debtor')</script> \"Quote\" & 'Sons'"));
    assertThat(page.locator("h1").textContent()).isEqualTo("<script>alert('debtor')</script> \"Quote\" & 'Sons'");
    assertThat(page.locator("#happenings").textContent()).contains("<script>alert('journal')</script> </textarea> \" ' &");
    assertThat(page.locator(".owes").textContent()).contains("\"><img src=x onerror=alert(1)>", "<i>because</i>");
    assertThat(page.locator("main img, main script, main i").count()).isZero();
    page.navigate("/search?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E");
    assertThat(page.inputValue("[data-find]")).isEqualTo("\"><script>alert(1)</script>");
    page.context().close();
  }

  @ParameterizedTest
  @EnumSource(value = ColorScheme.class, names = {"LIGHT", "DARK"})
  void everyPageIsAccessible(ColorScheme theme) {
    var page = chromium.signedIn(desk, anna, 1440, 900, theme);
    for (var address : PAGES) {
      page.navigate(address);
      assertAccessible(page, address);
      page.screenshot(new Page.ScreenshotOptions().setPath(shot(address, theme.name())));
    }
    page.context().clearCookies();
    page.navigate("/sign-in?wrong");
    assertAccessible(page, "/sign-in");
    page.context().close();
  }

  static void assertAccessible(Page page, String address) {
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = !one.classList.contains('you'))");
    assertThat(Accessibility.breaches(page))
        .as(address)
        .isEmpty();
  }

  static Path shot(String address, String variant) {
    return SHOTS.resolve((address.replaceAll("[^a-z0-9]+", "-") + variant.toLowerCase(java.util.Locale.ROOT) + ".png").replaceFirst("^-", ""));
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 390, 768, 1024, 2560})
  void noPageIsWiderThanItsScreen(int width) {
    var page = chromium.signedIn(desk, anna, width, 844, ColorScheme.LIGHT);
    for (var address : PAGES) {
      page.navigate(address);
      assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue()).as(address).isLessThanOrEqualTo(width);
      page.screenshot(new Page.ScreenshotOptions().setPath(shot(address, width + "")));
    }
    page.context().close();
  }

  @Test
  void theChosenThemeStays() {
    var page = chromium.signedIn(desk, anna);
    page.locator(".you summary").click();
    page.locator("form[action='/theme'] button").click();
    page.locator("html[data-theme=light]").waitFor();
    page.locator(".you summary").click();
    page.locator("form[action='/theme'] button").click();
    page.locator("html[data-theme=dark]").waitFor();
    assertThat(page.evaluate("getComputedStyle(document.documentElement).backgroundColor")).isEqualTo("rgb(20, 24, 29)");
    page.context().close();
  }

  /** With {@code -Dpictures} the picture in the README is made anew. */
  @Test
  void theWorklistMakesTheReadmesPicture() throws IOException {
    var page = chromium.signedIn(desk, anna, 1280, 620, ColorScheme.LIGHT);
    page.navigate("/?creditor=" + desk.portfolio.creditor(Portfolio.NORDWIND).value());
    page.keyboard().press("j");
    var picture = SHOTS.resolve("worklist.png");
    page.screenshot(new Page.ScreenshotOptions().setPath(picture));
    if (System.getProperty("pictures") != null) {
      var kept = Path.of("..", "docs", "pictures", "worklist.png");
      Files.createDirectories(kept.getParent());
      Files.copy(picture, kept, StandardCopyOption.REPLACE_EXISTING);
    }
    assertThat(picture).isNotEmptyFile();
    page.context().close();
  }
}
