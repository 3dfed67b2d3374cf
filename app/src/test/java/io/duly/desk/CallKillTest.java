package io.duly.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.duly.identity.People;
import io.duly.identity.Role;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server killed with SIGKILL, the line cut and the browser closed in the middle of a call: what was typed three seconds ago is there. */
@Tag("P21")
class CallKillTest {
  private static final String BRENNAN = "Brennan & Co Ltd";
  private static final Duration LATEST = Duration.ofSeconds(3);
  private static final String TOLD = "He says that two pallets never arrived, that the driver wrote it down, and that he sent us a picture of it in October. ";

  private final Duration ahead = Duration.between(Instant.now(), Desk.MONDAY);
  private Chromium chromium;
  private Desk desk;
  private People.Admitted anna;
  private Process server;
  private int port;

  @BeforeEach
  void open() throws Exception {
    chromium = Chromium.started();
    desk = new Desk(Desk.MONDAY, "duly.sending.by-itself=false", "duly.replies.by-itself=false", "duly.calls.by-itself=false");
    desk.database.execute("update ledger.receipt set used_up = true where reference = 'BRENNAN PART'");
    anna = desk.person("anna", Role.COLLECTOR);
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    server = started();
  }

  @AfterEach
  void close() {
    chromium.close();
    server.destroyForcibly();
    desk.close();
  }

  private Process started() throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(
                java, "-Xmx400m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dlogging.level.root=error", "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), Served.class.getName(), desk.database.url(), Integer.toString(port),
                Long.toString(ahead.toMillis()))
            .redirectError(ProcessBuilder.Redirect.appendTo(new File("target/call-kill.log")))
            .start();
    var out = process.inputReader(StandardCharsets.UTF_8);
    var said = new StringBuilder();
    for (var line = out.readLine(); !"ready".equals(line); line = out.readLine()) {
      assertThat(line).as("the server ended before it was ready: " + said).isNotNull();
      said.append(line).append('\n');
    }
    Thread.ofVirtual().start(() -> out.lines().forEach(_ -> {}));
    return process;
  }

  private void kill() throws InterruptedException {
    assertThat(server.destroyForcibly().waitFor()).as("killed").isEqualTo(137);
  }

  private String url() {
    return "http://127.0.0.1:" + port;
  }

  private String saved() {
    return desk.database.ask(tx -> tx.fetchSingle("select coalesce(fields ->> 'words', '') from calls.draft").get(0, String.class));
  }

  /** In a call, with the right person on the line. */
  private Page talking(Page page) {
    page.navigate("/cases/" + desk.portfolio.caseOf(BRENNAN) + "/brief");
    page.locator("ul.numbers button").first().click();
    page.fill("[name=who]", "Siobhan Brennan");
    page.fill("[name=how]", "said name and role");
    page.locator("button[formaction$='/party']").click();
    page.locator("[name=words]").waitFor();
    return page;
  }

  private Page signedIn() {
    return Chromium.signIn(chromium.window(url(), 1440, 900, ColorScheme.LIGHT, true), anna);
  }

  /** Types without a pause for so long; answers what stood in the field from when on. */
  private static NavigableMap<Instant, String> typed(Page page, Duration time) {
    var stood = new TreeMap<Instant, String>();
    var until = Instant.now().plus(time);
    page.locator("[name=words]").focus();
    var text = new StringBuilder(page.inputValue("[name=words]"));
    stood.put(Instant.EPOCH, text.toString());
    for (int at = 0; Instant.now().isBefore(until); at++) {
      var sign = TOLD.charAt(at % TOLD.length());
      page.keyboard().type(String.valueOf(sign));
      text.append(sign);
      stood.put(Instant.now(), text.toString());
      page.waitForTimeout(60);
    }
    return stood;
  }

  @Test
  void whatWasTypedThreeSecondsBeforeTheServerWasKilledIsInTheDatabaseAndTheCollectorIsToldThatTheRestIsKept() throws Exception {
    var page = talking(signedIn());
    var stood = typed(page, Duration.ofSeconds(7));
    var at = Instant.now();
    kill();
    var owed = stood.floorEntry(at.minus(LATEST)).getValue();
    assertThat(owed).hasSizeGreaterThan(20);
    assertThat(saved()).startsWith(owed);
    typed(page, Duration.ofSeconds(2));
    assertThat(page.locator("[data-state]")).containsText("No connection. What you type is kept in this browser");
  }

  @Test
  void aServerThatComesBackGetsWhatWasTypedMeanwhile() throws Exception {
    var page = talking(signedIn());
    typed(page, Duration.ofSeconds(1));
    kill();
    typed(page, Duration.ofSeconds(2));
    assertThat(page.locator("[data-state]")).containsText("No connection. What you type is kept in this browser");
    var all = page.inputValue("[name=words]");
    server = started();
    assertThat(page.locator("[data-state]")).containsText("Saved");
    assertThat(saved()).isEqualTo(all);
    assertThat(page.inputValue("[name=words]")).isEqualTo(all);
    page.check("[name=outcome][value=reached]");
    page.selectOption("[name=next]", "look_again");
    page.locator("[data-end]").click();
    page.locator("[data-call-ended]").waitFor();
    var kept = desk.database.<String>ask(tx -> tx.fetchSingle("select own_words from calls.call").get(0, String.class));
    assertThat(kept).isEqualTo(all.strip());
  }

  @Test
  void serverAndBrowserDyingTogetherLoseNothingOlderThanThreeSeconds() throws Exception {
    var page = talking(signedIn());
    var call = page.url().substring(url().length());
    var stood = typed(page, Duration.ofSeconds(6));
    var at = Instant.now();
    kill();
    page.context().close();
    server = started();
    var again = signedIn();
    assertThat(again.locator("aside.paused")).containsText("Finish the note of your call with " + BRENNAN);
    again.navigate(call);
    assertThat(again.inputValue("[name=words]")).startsWith(stood.floorEntry(at.minus(LATEST)).getValue());
  }

  @Test
  void whatIsTypedWhileTheLineIsCutOutlivesTheBrowserThatIsClosedMeanwhile(@TempDir Path profile) {
    var page = talking(Chromium.signIn(chromium.profile(url(), profile), anna));
    var call = page.url().substring(url().length());
    assertThat(page.locator("[data-state]")).containsText("Saved");
    page.context().setOffline(true);
    typed(page, Duration.ofSeconds(4));
    assertThat(page.locator("[data-state]")).containsText("No connection. What you type is kept in this browser");
    var all = page.inputValue("[name=words]");
    assertThat(saved()).isEmpty();
    page.context().close();
    var again = chromium.profile(url(), profile);
    again.navigate("/sign-in");
    if (again.locator("#login").count() > 0) {
      Chromium.signIn(again, anna);
    }
    again.navigate(call);
    assertThat(again.locator("[name=words]")).hasValue(all);
    assertThat(again.locator("[data-state]")).containsText("Saved");
    assertThat(saved()).isEqualTo(all);
    again.context().close();
  }
}
