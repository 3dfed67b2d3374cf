package io.duly.desk;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.duly.identity.People;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** The system's Chromium. Whatever a page complains of on its console is kept. */
final class Chromium implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/bin/chromium");

  final List<String> complaints = new ArrayList<>();
  private final Playwright playwright;
  private final Browser browser;

  private Chromium() {
    playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(PROGRAM)
                    .setChromiumSandbox(false)
                    .setArgs(
                        List.of(
                            "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                            "--disable-component-update", "--disable-sync")));
  }

  /** Skips the test where there is no Chromium. */
  static Chromium started() {
    Assumptions.assumeTrue(Files.isExecutable(PROGRAM), "needs " + PROGRAM + " (apt-get install chromium)");
    // A file is taken in beside the page: how long that takes is the machine's affair.
    PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
    return new Chromium();
  }

  /** A window of somebody who has just opened the desk. */
  Page window(Desk desk, int width, int height, ColorScheme theme, boolean withJavaScript) {
    return window(desk.url(), width, height, theme, withJavaScript);
  }

  /** The same of a server at an address. */
  Page window(String url, int width, int height, ColorScheme theme, boolean withJavaScript) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setBaseURL(url)
                .setLocale("en-GB")
                .setViewportSize(width, height)
                .setColorScheme(theme)
                .setJavaScriptEnabled(withJavaScript));
    var page = context.newPage();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") || message.type().equals("warning")) {
        complaints.add(message.text());
      }
    });
    page.onPageError(complaints::add);
    page.onDialog(dialog -> {
      complaints.add("a dialog: " + dialog.message());
      dialog.dismiss();
    });
    return page;
  }

  Page signedIn(Desk desk, People.Admitted person) {
    return signedIn(desk, person, 1440, 900, ColorScheme.LIGHT);
  }

  Page signedIn(Desk desk, People.Admitted person, int width, int height, ColorScheme theme) {
    return signIn(window(desk, width, height, theme, true), person);
  }

  static Page signIn(Page page, People.Admitted person) {
    page.navigate("/sign-in");
    page.fill("#login", person.person().login());
    page.fill("#password", person.password());
    page.keyboard().press("Enter");
    page.locator("header.top").waitFor();
    return page;
  }

  /** A window of a browser that keeps what it keeps in a folder, as one's own does. */
  Page profile(String url, Path folder) {
    return playwright.chromium()
        .launchPersistentContext(
            folder,
            new BrowserType.LaunchPersistentContextOptions().setExecutablePath(PROGRAM).setChromiumSandbox(false).setBaseURL(url).setLocale("en-GB")
                .setArgs(List.of("--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync")))
        .newPage();
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
