package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import io.duly.identity.People;
import io.duly.identity.Role;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser with an empty cache fetches for each page, and whether the page holds still while it comes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FirstViewTest {
  private static final List<String> PAGES =
      List.of(
          "/", "/?work=wait", "/cases/1", "/cases/3", "/cases/1/statement", "/cases/1/brief", "/search?q=brennan", "/tasks", "/replies", "/outbox", "/outbox/pauses", "/intake",
          "/templates", "/bank", "/people", "/me");
  private static final long MOST_BYTES = 300_000;

  /** By the measure of browsers (cumulative layout shift), of which a tenth still counts as good: a word that moves by a pixel. */
  private static final double LEAST_SEEN = 0.005;

  private static final String WATCH_SHIFTS =
      """
      window.shifted = [];
      new PerformanceObserver(list => list.getEntries().forEach(one => window.shifted.push(one.value.toFixed(4) + ' at ' + Math.round(one.startTime) + ' ms: '
        + one.sources.map(of => (of.node ? of.node.nodeName + '.' + of.node.className + ' ' + (of.node.textContent || '').slice(0, 30) : 'gone')
          + ' from ' + of.previousRect.y + ' to ' + of.currentRect.y).join('; '))))
        .observe({type: 'layout-shift', buffered: true});
      """;
  private static final String BYTES =
      "() => performance.getEntriesByType('navigation').concat(performance.getEntriesByType('resource')).reduce((sum, one) => sum + one.transferSize, 0)";

  private Chromium chromium;
  private Desk desk;
  private People.Admitted anna;

  @BeforeAll
  void open() {
    chromium = Chromium.started();
    desk = new Desk();
    anna = desk.person("anna", Role.ADMINISTRATOR);
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

  @ParameterizedTest
  @ValueSource(ints = {1280, 390})
  void everyPageWeighsLittleAndHoldsStillWhileItComes(int width) {
    var page = chromium.signedIn(desk, anna, width, 800, ColorScheme.LIGHT);
    page.context().addInitScript(WATCH_SHIFTS);
    var cache = page.context().newCDPSession(page);
    for (var address : PAGES) {
      cache.send("Network.clearBrowserCache");
      page.navigate(address);
      settled(page);
      assertThat(((Number) page.evaluate(BYTES)).longValue()).as(address).isBetween(2_000L, MOST_BYTES);
      var shifted = ((List<?>) page.evaluate("() => window.shifted")).stream().map(String::valueOf).toList();
      double sum = shifted.stream().mapToDouble(one -> Double.parseDouble(one.substring(0, one.indexOf(' ')))).sum();
      assertThat(sum).as("%s, %d pixels wide: %s", address, width, shifted).isLessThan(LEAST_SEEN);
    }
    page.context().close();
  }

  /** Who is in a case comes after the page; what has come is drawn with the next frames. */
  private static void settled(Page page) {
    page.waitForLoadState(LoadState.LOAD);
    if (page.locator("#claim").count() > 0) {
      page.locator("#claim[role]").waitFor();
    }
    page.evaluate("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
  }
}
