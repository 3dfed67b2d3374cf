package io.duly.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.duly.identity.People;
import io.duly.identity.Role;
import io.duly.webhooks.Delivering;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A manager says on pages what another system is told, sees whether it is, and who may not sees nothing of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("P40")
class WebhookPagesTest {
  private final Receiver receiver = new Receiver();
  private Desk desk;
  private Chromium chromium;
  private People.Admitted manager;

  @BeforeAll
  void open() {
    desk = new Desk("duly.webhooks.hosts=127.0.0.1", "duly.webhooks.by-itself=false");
    chromium = Chromium.started();
    manager = desk.person("mia", Role.MANAGER);
  }

  @AfterAll
  void close() {
    chromium.close();
    receiver.close();
    desk.close();
  }

  private static void look(Page page, String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/" + name + ".png")).setFullPage(true));
    assertThat(Accessibility.breaches(page)).as(name).isEmpty();
  }

  @Test
  void aWebhookIsMadeTriedPausedAndEnded() throws Exception {
    var page = Chromium.signIn(chromium.window(desk.url(), 1280, 900, ColorScheme.LIGHT, true), manager);
    page.navigate("/me");
    page.click("a[href='/webhooks']");
    page.fill("[name=name]", "Our ledger");
    page.fill("[name=url]", "https://localhost/hook");
    page.click("button.primary");
    assertThat(page.locator("main")).containsText("leads to an address inside this network");
    assertThat(page.locator("[name=name]")).hasValue("Our ledger");
    page.fill("[name=url]", receiver.url());
    look(page, "webhooks-new");
    page.click("button.primary");
    assertThat(page.inputValue("input[readonly]")).startsWith("whsec_");
    look(page, "webhook-secret");
    page.click("a.button");
    page.click("form[action$='/test'] button");
    assertThat(page.locator("p[role=status]")).containsText("A test is on its way");
    desk.application.getBean(Delivering.class).round(new AtomicBoolean());
    receiver.answers(500);
    page.click("form[action$='/test'] button");
    desk.application.getBean(Delivering.class).round(new AtomicBoolean());
    page.reload();
    assertThat(page.locator("tbody")).containsText("status 204");
    assertThat(page.locator("tbody")).containsText("status 500");
    look(page, "webhook");
    page.click("form[action$='/pausing'] button");
    assertThat(page.locator("main")).containsText("It is paused");
    page.navigate("/webhooks");
    look(page, "webhooks");
    page.click("ul.hits a");
    page.click("form[action$='/ending'] button");
    assertThat(page.locator("p[role=status]")).containsText("It is over");
    page.context().close();
  }

  @Test
  void itIsCalmInTheDarkAndOnATelephone() {
    var page = Chromium.signIn(chromium.window(desk.url(), 390, 800, ColorScheme.DARK, true), manager);
    page.navigate("/webhooks");
    look(page, "webhooks-phone-dark");
    page.context().close();
  }

  @Test
  void whoMayNotSeesNothingOfIt() {
    try (var collector = new Visitor(desk).signedInAs(desk.person("cora", Role.COLLECTOR)); var auditor = new Visitor(desk).signedInAs(desk.person("otto", Role.AUDITOR))) {
      assertThat(collector.get("/webhooks").statusCode()).isEqualTo(403);
      assertThat(collector.get("/me").body()).doesNotContain("/webhooks");
      assertThat(auditor.get("/webhooks").statusCode()).isEqualTo(403);
      var token = collector.get("/me").body().replaceAll("(?s).*?name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
      assertThat(collector.postWithToken("/webhooks", token, Map.of("name", "x", "url", receiver.url())).statusCode()).isEqualTo(403);
    }
  }
}
