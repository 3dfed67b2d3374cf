package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.duly.identity.By;
import io.duly.identity.Links;
import io.duly.identity.Role;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Choosing a password by a link, as whoever got the link does it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WelcomePagesTest {
  private Desk desk;

  @BeforeAll
  void open() {
    desk = new Desk();
  }

  @AfterAll
  void close() {
    desk.close();
  }

  private String link(String login) {
    return "/" + desk.application.getBean(Links.class).admit(login, "Anna Lindt", Role.COLLECTOR, Optional.empty(), By.DULY).path();
  }

  @Test
  void whoHasTheLinkChoosesAPasswordAndSignsInWithIt() {
    var link = link("anna");
    try (var visitor = new Visitor(desk)) {
      assertThat(visitor.get(link).body()).contains("Welcome, Anna Lindt", "value=\"anna\"");
      assertThat(visitor.get(link).statusCode()).as("looking uses nothing up").isEqualTo(200);
      var differ = visitor.post(link, link, Map.of("password", "a sentence of mine", "again", "a sentence of min"));
      assertThat(differ.statusCode()).isEqualTo(422);
      assertThat(differ.body()).contains("The two are not the same").doesNotContain("a sentence of mine");
      assertThat(visitor.post(link, link, Map.of("password", "short", "again", "short")).body()).contains("12 characters at least");
      var chosen = visitor.post(link, link, Map.of("password", "a sentence of mine", "again", "a sentence of mine"));
      assertThat(chosen.headers().firstValue("Location").orElseThrow()).endsWith("/sign-in?chosen");
      visitor.post("/sign-in", "/sign-in", Map.of("login", "anna", "password", "a sentence of mine"));
      assertThat(visitor.get("/").statusCode()).isEqualTo(200);
      assertThat(visitor.get(link).statusCode()).isEqualTo(404);
      assertThat(visitor.get(link).body()).contains("good no longer");
    }
  }

  @Test
  void withoutTheTokenOfItsFormALinkIsNotUsed() {
    var link = link("ben");
    try (var visitor = new Visitor(desk)) {
      assertThat(visitor.postWithToken(link, "made-up", Map.of("password", "a sentence of mine", "again", "a sentence of mine")).statusCode()).isEqualTo(403);
      assertThat(visitor.get(link).statusCode()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1200", "DARK, 1200", "LIGHT, 360", "DARK, 360"})
  void thePagesAreAccessible(ColorScheme theme, int width) {
    try (var chromium = Chromium.started()) {
      var page = chromium.window(desk, width, 760, theme, true);
      page.navigate(link(theme.name() + width));
      BrowserTest.assertAccessible(page, "welcome");
      page.screenshot(new Page.ScreenshotOptions().setPath(BrowserTest.shot("welcome-", theme.name() + width)));
      page.navigate("/welcome/none");
      BrowserTest.assertAccessible(page, "no longer");
      assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue()).isLessThanOrEqualTo(width);
      page.context().close();
    }
  }
}
