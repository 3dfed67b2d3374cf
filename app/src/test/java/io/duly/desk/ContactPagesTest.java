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
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** May I call now, what was tried, and what the debtor wishes. */
@Tag("P13")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContactPagesTest {
  private static final Path SHOTS = Path.of("target", "screenshots");
  private static final Pattern END = Pattern.compile("action=\"(/cases/\\d+/contact/wishes/[0-9a-f-]{36}/end)\"");

  private Desk desk;
  private People.Admitted anna;
  private People.Admitted bea;
  private People.Admitted otto;

  @BeforeAll
  void open() throws IOException {
    desk = new Desk();
    anna = desk.person("anna", Role.COLLECTOR);
    bea = desk.person("bea", Role.COLLECTOR, desk.portfolio.creditor(Portfolio.BRIGHTWELL));
    otto = desk.person("otto", Role.AUDITOR);
    Files.createDirectories(SHOTS);
  }

  @AfterAll
  void close() {
    desk.close();
  }

  private String contact(String debtor) {
    return "/cases/" + desk.portfolio.caseOf(debtor) + "/contact";
  }

  @Test
  void aHoldSaysNoWithItsRuleAndTheWeekIsSaidAsWordsToo() {
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      var page = visitor.get(contact("Lindqvist Marin AB")).body();
      assertThat(page).contains("May I call now?", "<b>No</b>", "Europe/Stockholm", "hardship", "not at all");
      var other = visitor.get(contact("Okafor Foods Ltd")).body();
      assertThat(other).contains("Europe/London", "class=\"open\"").containsPattern("\\d\\d:\\d\\d–\\d\\d:\\d\\d");
      assertThat(Pattern.compile("<tr><th scope=\"row\"><time").matcher(other).results().count()).isEqualTo(7);
      assertThat(visitor.get(contact("Okafor Foods Ltd").replace("/contact", "")).body()).contains("/contact\">May I call now?");
    }
  }

  @Test
  void aWishHoldsAtOnceUntilItIsTakenBack() {
    var address = contact("Haddad Optics Ltd");
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      visitor.post(address, address + "/wishes", Map.of("wish", "STOP", "words", ""));
      assertThat(visitor.get(address).body()).contains("Write down what the debtor said");
      visitor.post(address, address + "/wishes", Map.of("wish", "STOP", "words", "Leave <b>me</b> alone."));
      var page = visitor.get(address).body();
      assertThat(page).contains("Leave &lt;b&gt;me", "One message that waited is withdrawn", "Not as far as is known now").doesNotContain("<b>Yes</b>", "class=\"open\"");
      var end = END.matcher(page);
      assertThat(end.find()).isTrue();
      visitor.post(address, end.group(1), Map.of("why", "they called and want letters again"));
      assertThat(visitor.get(address).body()).contains("they called and want letters again", "ended").doesNotContain("/end\"");
      visitor.post(address, address + "/wishes", Map.of("wish", "INCONVENIENT", "words", "not at lunch", "from", "12:00", "to", "14:00"));
      assertThat(visitor.get(address).body()).contains("not at lunch").containsPattern("–12:00, 14:00–");
    }
  }

  @Test
  void aCallIsWrittenDownOnceADayAndTheSecondIsRefusedWithTheRule() {
    var address = contact("Petrov Glass OOD");
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      visitor.post(address, address, Map.of("channel", "CALL", "outcome", "TALK", "words", "They called us: will pay.", "they", "true"));
      assertThat(visitor.get(address).body()).contains("They called us: will pay.", "theirs", "a talk");
      desk.database.execute(
          "insert into correspondence.contact (id, creditor_id, debtor_id, direction, channel, day, at, zone, kind) select gen_random_uuid(), creditor_id, id, 'out', 'call', (now() at time zone 'Europe/Sofia')::date, now(), 'Europe/Sofia', 'attempt' from parties.debtor where name = 'Petrov Glass OOD'");
      visitor.post(address, address, Map.of("channel", "CALL", "outcome", "NO_ANSWER"));
      assertThat(visitor.get(address).body()).contains("That contact may not be made");
    }
  }

  @Test
  @Tag("P40")
  void nobodyElseReachesIt() {
    var address = contact("Kowalski Transport sp. z o.o.");
    try (var other = new Visitor(desk).signedInAs(bea); var auditor = new Visitor(desk).signedInAs(otto); var visitor = new Visitor(desk).signedInAs(anna)) {
      assertThat(other.get(address).statusCode()).isEqualTo(404);
      for (var part : List.of("", "/wishes")) {
        var form = Map.of("channel", "CALL", "outcome", "TALK", "wish", "STOP", "words", "x");
        assertThat(other.post("/outbox/pauses", address + part, form).statusCode()).isEqualTo(404);
        assertThat(visitor.postWithToken(address + part, "made-up", form).statusCode()).isEqualTo(403);
        assertThat(auditor.post("/outbox/pauses", address + part, form).statusCode()).isEqualTo(403);
      }
      assertThat(auditor.get(address).body()).contains("May I call now?").doesNotContain("<textarea", "/wishes\"");
    }
  }

  @Test
  void itIsAccessibleAndNoWiderThanAPhone() {
    try (var chromium = Chromium.started()) {
      for (var theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        for (int width : new int[] {1440, 360}) {
          var page = chromium.signedIn(desk, anna, width, 900, theme);
          for (var debtor : List.of("Okafor Foods Ltd", "Lindqvist Marin AB")) {
            page.navigate(contact(debtor));
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                .setPath(SHOTS.resolve("contact-" + debtor.substring(0, 3).toLowerCase(java.util.Locale.ROOT) + "-" + theme.name().toLowerCase(java.util.Locale.ROOT) + "-" + width + ".png")));
            assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue()).isLessThanOrEqualTo(width);
            page.evaluate("document.querySelectorAll('details').forEach(one => one.open = !one.classList.contains('you'))");
            assertThat(Accessibility.breaches(page)).isEmpty();
          }
          page.context().close();
        }
      }
      assertThat(chromium.complaints).isEmpty();
    }
  }
}
