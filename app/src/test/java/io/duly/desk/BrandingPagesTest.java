package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.duly.identity.People;
import io.duly.identity.Role;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** How a creditor's messages look, who signs them and where is paid to. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrandingPagesTest {
  private static final Path SHOTS = Path.of("target", "screenshots");

  private Desk desk;
  private Mailing mailing;
  private People.Admitted max;
  private People.Admitted bea;
  private People.Admitted anna;
  private People.Admitted otto;
  private String nordwind;

  @BeforeAll
  void open() throws IOException {
    desk = new Desk();
    mailing = new Mailing(desk);
    max = desk.person("max", Role.MANAGER);
    bea = desk.person("bea", Role.MANAGER, desk.portfolio.creditor(Portfolio.BRIGHTWELL));
    anna = desk.person("anna", Role.COLLECTOR);
    otto = desk.person("otto", Role.AUDITOR);
    nordwind = "/templates/" + desk.portfolio.creditor(Portfolio.NORDWIND) + "/branding";
    Files.createDirectories(SHOTS);
  }

  @AfterAll
  void close() {
    desk.close();
  }

  @Test
  void whatIsSaidIsSavedAndWhatIsWrongIsSaidWithoutLosingTheRest() {
    try (var visitor = new Visitor(desk).signedInAs(max)) {
      assertThat(visitor.get(nordwind).body()).contains("Ada Lindqvist", "DE02 1203 0000 0000 2020 51", "to 1 on white");
      assertThat(save(visitor, Map.of("name", "Nordwind & \"Handel\"", "footer", "HRB 1234\n\nUSt-ID DE1")).statusCode()).isEqualTo(302);
      assertThat(visitor.get(nordwind).body()).contains("The letterhead is saved", "Nordwind &amp; &#34;Handel&#34;", "HRB 1234\nUSt-ID DE1");
      var light = save(visitor, Map.of("colour", "#ffee00", "phone", "+49 40 555 1234"));
      assertThat(light.statusCode()).isEqualTo(422);
      assertThat(light.body()).contains("#ffee00 on white paper has a contrast of 1.2 to 1", "+49 40 555 1234");
      for (var wrong : Map.of(
              "email", "nobody", "personPhone", "", "account", "DE00 1203 0000 0000 2020 51", "currency", "EUX", "colour", "red").entrySet()) {
        assertThat(save(visitor, Map.of(wrong.getKey(), wrong.getValue(), "website", "kept.example")).body()).as(wrong.getKey()).contains("class=\"notice bad\"", "kept.example");
      }
      assertThat(save(visitor, Map.of("person", "", "personPhone", "")).statusCode()).isEqualTo(302);
      assertThat(visitor.get(nordwind).body()).contains("notice waits").doesNotContain("iframe");
      assertThat(visitor.get(nordwind + "/letter.png").statusCode()).isEqualTo(404);
      assertThat(save(visitor, Map.of()).statusCode()).isEqualTo(302);
      assertThat(visitor.get(nordwind + "/letter.png").body()).contains("PNG");
    }
  }

  @Test
  @Tag("P40")
  void onlyManagersOfTheCreditorChangeIt() {
    try (var manager = new Visitor(desk).signedInAs(max); var other = new Visitor(desk).signedInAs(bea); var collector = new Visitor(desk).signedInAs(anna);
        var auditor = new Visitor(desk).signedInAs(otto)) {
      for (var address : List.of(nordwind, nordwind + "/mail.html", nordwind + "/letter.png")) {
        assertThat(other.get(address).statusCode()).as(address).isEqualTo(404);
      }
      assertThat(auditor.get(nordwind).body()).contains("readonly").doesNotContain("Save the letterhead", "Take this picture");
      for (var part : List.of("", "/logo/removal")) {
        assertThat(other.post("/outbox/pauses", nordwind + part, form()).statusCode()).as(part).isEqualTo(404);
        assertThat(manager.postWithToken(nordwind + part, "made-up", form()).statusCode()).as(part).isEqualTo(403);
        assertThat(auditor.post("/outbox/pauses", nordwind + part, form()).statusCode()).as(part).isEqualTo(403);
        assertThat(collector.post("/outbox/pauses", nordwind + part, form()).statusCode()).as(part).isEqualTo(403);
      }
    }
  }

  @Test
  void aLogoIsTakenFromAPictureOnlyAndStandsInTheHeadOfEachMail() {
    try (var chromium = Chromium.started()) {
      var page = chromium.signedIn(desk, max);
      page.navigate(nordwind);
      var svg = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>".getBytes(StandardCharsets.UTF_8);
      for (var wrong : Map.of("logo.svg", svg, "logo.png", svg, "gif.png", "GIF89a".getBytes(StandardCharsets.UTF_8), "cut.png", java.util.Arrays.copyOf(picture(), 60)).entrySet()) {
        upload(page, wrong.getKey(), wrong.getValue());
        assertThat(page.locator(".notice.bad").count()).as(wrong.getKey()).isEqualTo(1);
      }
      upload(page, "logo.svg", svg);
      assertThat(page.locator(".notice.bad").textContent()).contains("an SVG can hold programs and is not taken");
      upload(page, "large.png", new byte[5 << 20]);
      assertThat(page.locator(".notice.bad").textContent()).contains("at most 4 MiB");
      upload(page, "logo.png", picture());
      assertThat(page.locator(".notice[role=status]").textContent()).contains("on every message from now on");
      var frame = page.frameLocator("iframe.words");
      frame.locator("img").waitFor();
      assertThat(String.valueOf(frame.locator("img").getAttribute("src"))).startsWith("data:image/png;base64,");
      assertThat(((Number) frame.locator("img").evaluate("one => one.naturalHeight")).intValue()).isEqualTo(96);
      page.waitForCondition(() -> Boolean.TRUE.equals(page.locator("img.sample").evaluate("one => one.complete")));
      assertThat(((Number) page.locator("img.sample").evaluate("one => one.naturalWidth")).intValue()).isGreaterThan(500);
      var message = mailing.to("Moreau");
      page.navigate("/outbox/" + message + "?as=html");
      page.frameLocator("iframe.words").locator("img").waitFor();
      for (var theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        for (int width : new int[] {1440, 360}) {
          var one = chromium.signedIn(desk, max, width, 900, theme);
          one.navigate(nordwind);
          one.waitForCondition(() -> Boolean.TRUE.equals(one.locator("img.sample").evaluate("one => one.complete")));
          assertThat(((Number) one.evaluate("document.documentElement.scrollWidth")).intValue()).isLessThanOrEqualTo(width);
          shot(one, "branding-" + theme.name().toLowerCase(Locale.ROOT) + "-" + width);
          assertThat(Accessibility.breachesOutside(one, "iframe")).isEmpty();
          one.context().close();
        }
      }
      page.navigate(nordwind);
      page.getByText("Take the logo away").click();
      page.locator(".notice[role=status]").waitFor();
      assertThat(page.frameLocator("iframe.words").locator("img").count()).isZero();
      assertThat(chromium.complaints).isEmpty();
    }
  }

  private static void upload(Page page, String name, byte[] bytes) {
    page.locator("#file").setInputFiles(new FilePayload(name, "image/png", bytes));
    page.getByText("Take this picture").click();
    page.locator(".notice[role]").waitFor();
  }

  private static byte[] picture() {
    var picture = new BufferedImage(640, 160, BufferedImage.TYPE_INT_RGB);
    var pen = picture.createGraphics();
    pen.setColor(new Color(0x1f4e5f));
    pen.fillRoundRect(0, 0, 640, 160, 60, 60);
    pen.dispose();
    var out = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "png", out);
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
    return out.toByteArray();
  }

  private java.net.http.HttpResponse<String> save(Visitor visitor, Map<String, String> changed) {
    var form = new HashMap<>(form());
    form.putAll(changed);
    return visitor.post(nordwind, nordwind, form);
  }

  private static Map<String, String> form() {
    return Map.of(
        "name", "Nordwind Handels GmbH", "address", "18 Mill Lane\nLeeds LS1 4AB", "email", "accounts@sender.example", "person", "Ada Lindqvist", "personPhone", "+44 113 496 0001",
        "colour", "#1f4e5f", "form", "UK", "currency", "EUR", "account", "DE02 1203 0000 0000 2020 51");
  }

  private static void shot(Page page, String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + ".png")).setFullPage(true));
  }
}
