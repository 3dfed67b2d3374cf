package io.duly.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.duly.identity.By;
import io.duly.identity.People;
import io.duly.identity.Role;
import io.duly.identity.SecondStepRule;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Passkeys in a real browser with an authenticator of its own, and what could be tried against them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PasskeyTest {
  private Desk desk;
  private Chromium chromium;

  @BeforeAll
  void open() {
    chromium = Chromium.started();
    desk = new Desk("duly.seal=a key of the test");
  }

  @AfterAll
  void close() {
    if (desk != null) {
      desk.close();
    }
    if (chromium != null) {
      chromium.close();
    }
  }

  @AfterEach
  void noPageComplained() {
    chromium.complaints.removeIf(text -> text.startsWith("Failed to load resource: the server responded with a status of 4"));
    var complaints = List.copyOf(chromium.complaints);
    chromium.complaints.clear();
    assertThat(complaints).isEmpty();
  }

  /** By a name: a passkey is bound to one, and a number is none. */
  private String url() {
    return desk.url().replace("127.0.0.1", "localhost");
  }

  private Page window(int width, ColorScheme theme) {
    return chromium.window(url(), width, 900, theme, true);
  }

  private void make(Page page, People.Admitted person, String name) {
    page.navigate("/me");
    page.getByText("Make a passkey").first().click();
    var form = page.locator("form[data-passkey=make]");
    form.locator("input[name=name]").fill(name);
    form.locator("input[name=current]").fill(person.password());
    form.locator("button").click();
    assertThat(page.locator("p[role=status]")).containsText("The passkey is made.");
  }

  /** A window in which somebody is signed in. */
  private Page with(People.Admitted person) {
    return Chromium.signIn(window(1200, ColorScheme.LIGHT), person);
  }

  private static void signOut(Page page) {
    page.locator(".you summary").click();
    page.locator("form[action='/sign-out'] button").click();
    page.locator(".entrance").waitFor();
  }

  private static void use(Page page) {
    page.navigate("/sign-in");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in with a passkey")).click();
  }

  private List<String> changesOf(People.Admitted person) {
    return desk.database.ask(dsl -> dsl.fetch("select what from identity.change where person_id = ? order by at, id", person.person().uuid()).getValues(0, String.class));
  }

  private List<String> attemptsOf(String login) {
    return desk.database.ask(dsl -> dsl.fetch("select how || ' ' || succeeded from identity.sign_in where login = ? order by at, id", login).getValues(0, String.class));
  }

  @Test
  void aPersonMakesOneSignsInWithItNamesItAndRemovesItAndThenItOpensNothing() {
    var anna = desk.person("anna", Role.COLLECTOR);
    var page = with(anna);
    TestAuthenticator.in(page);
    make(page, anna, "laptop");
    assertThat(page.getByText("never used")).isVisible();
    signOut(page);
    use(page);
    page.locator("header.top").waitFor();
    page.navigate("/me");
    assertThat(page.getByText("last used")).isVisible();
    page.getByText("Rename").click();
    page.locator("form[action$='/name'] input[name=name]").fill("old laptop");
    page.keyboard().press("Enter");
    assertThat(page.locator("p[role=status]")).containsText("another name");
    page.locator("form[action$='/removal'] button").click();
    assertThat(page.locator("p[role=status]")).containsText("is removed");
    signOut(page);
    use(page);
    assertThat(page.locator("[role=alert]").first()).containsText("No passkey of yours was taken");
    assertThat(attemptsOf("anna")).containsExactly("password true", "passkey true");
    assertThat(attemptsOf("")).contains("passkey false");
    assertThat(changesOf(anna)).contains("passkey-made", "passkey-named", "passkey-removed");
    page.context().close();
  }

  @Test
  void noneIsMadeWithoutThePasswordAndNothingIsAskedOfTheAuthenticator() {
    var ben = desk.person("ben", Role.COLLECTOR);
    var page = with(ben);
    var authenticator = TestAuthenticator.in(page);
    page.navigate("/me");
    page.getByText("Make a passkey").first().click();
    var form = page.locator("form[data-passkey=make]");
    form.locator("input[name=name]").fill("thief");
    form.locator("input[name=current]").fill("not the password");
    form.locator("button").click();
    assertThat(form.locator("[role=alert]")).containsText("present password is not right");
    assertThat(authenticator.credentials()).isEmpty();
    page.context().close();
  }

  /** What the browser sent, caught on its way. */
  private static List<String> caught(Page page) {
    var sent = new ArrayList<String>();
    page.onRequest(request -> {
      if (request.url().endsWith("/sign-in/passkey") && request.method().equals("POST")) {
        sent.add(java.net.URLDecoder.decode(request.postData().replaceAll(".*credential=", ""), java.nio.charset.StandardCharsets.UTF_8));
      }
    });
    return sent;
  }

  /** Sends an answer for a challenge that was just asked for; where that led. */
  private static String send(Page page, String credential) {
    page.navigate("/sign-in");
    return (String) page.evaluate(
        """
        async credential => {
          const token = document.querySelector("input[name=_csrf]").value;
          await fetch("/sign-in/passkey/challenge", { method: "POST", body: new URLSearchParams({ _csrf: token }) });
          const answer = await fetch("/sign-in/passkey", { method: "POST", body: new URLSearchParams({ _csrf: token, credential }) });
          return answer.url;
        }
        """,
        credential);
  }

  /** What an authenticator signs for whoever asks it on the page itself. */
  private static String signed(Page page, String challenge, String verification) {
    page.navigate("/sign-in");
    return (String) page.evaluate(
        """
        async asked => {
          const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON({ challenge: asked[0], rpId: "localhost", userVerification: asked[1] });
          return JSON.stringify((await navigator.credentials.get({ publicKey })).toJSON());
        }
        """,
        List.of(challenge, verification));
  }

  @Test
  void anAnswerThatWasSentBeforeOrSignsAnotherChallengeIsRefused() {
    var carla = desk.person("carla", Role.COLLECTOR);
    var page = with(carla);
    TestAuthenticator.in(page);
    make(page, carla, "phone");
    signOut(page);
    var sent = caught(page);
    use(page);
    page.locator("header.top").waitFor();
    signOut(page);
    assertThat(sent).hasSize(1);
    assertThat(send(page, sent.getFirst())).as("replayed").endsWith("/sign-in?passkey");
    assertThat(send(page, signed(page, "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "required"))).as("of another challenge").endsWith("/sign-in?passkey");
    assertThat(send(page, "{}")).as("nothing").endsWith("/sign-in?passkey");
    assertThat(send(page, "not even JSON")).endsWith("/sign-in?passkey");
    var noBytes = sent.getFirst().replaceFirst("\"authenticatorData\":\"[^\"]+\"", "\"authenticatorData\":\"AAAA\"");
    assertThat(noBytes).isNotEqualTo(sent.getFirst());
    assertThat(send(page, noBytes)).as("no data of an authenticator").endsWith("/sign-in?passkey");
    var noJson = sent.getFirst().replaceFirst("\"clientDataJSON\":\"[^\"]+\"", "\"clientDataJSON\":\"AAAA\"");
    assertThat(send(page, noJson)).endsWith("/sign-in?passkey");
    assertThat(attemptsOf("carla")).containsExactly("password true", "passkey true", "passkey false", "passkey false");
    try (var visitor = new Visitor(url())) {
      visitor.post("/sign-in", "/sign-in/passkey", Map.of("credential", sent.getFirst()));
      assertThat(visitor.get("/").statusCode()).as("without a challenge").isEqualTo(302);
    }
    page.context().close();
  }

  /** Asks our own challenge, but tells the authenticator not to look who it is. */
  @Test
  void anAuthenticatorThatDidNotLookWhoItIsDoesNotOpen() {
    var dora = desk.person("dora", Role.COLLECTOR);
    var page = with(dora);
    TestAuthenticator.in(page);
    make(page, dora, "phone");
    signOut(page);
    var outcome = (String) page.evaluate(
        """
        async () => {
          const token = document.querySelector("input[name=_csrf]").value;
          const options = await (await fetch("/sign-in/passkey/challenge", { method: "POST", body: new URLSearchParams({ _csrf: token }) })).json();
          options.userVerification = "discouraged";
          const credential = await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
          const answer = await fetch("/sign-in/passkey", { method: "POST", body: new URLSearchParams({ _csrf: token, credential: JSON.stringify(credential.toJSON()) }) });
          return answer.url + " " + (new Uint8Array(credential.response.authenticatorData)[32] & 4);
        }
        """);
    assertThat(outcome).endsWith("/sign-in?passkey 0");
    page.context().close();
  }

  @Test
  void whoHoldsOnePersonsKeyIsNotLetInAsAnother() {
    var emil = desk.person("emil", Role.COLLECTOR);
    var fay = desk.person("fay", Role.ADMINISTRATOR);
    var page = with(emil);
    var authenticator = TestAuthenticator.in(page);
    make(page, emil, "phone");
    signOut(page);
    var own = authenticator.credentials().get(0).getAsJsonObject();
    var asFay = own.deepCopy();
    asFay.addProperty("userHandle", Base64.getEncoder().encodeToString(java.nio.ByteBuffer.allocate(16).putLong(fay.person().uuid().getMostSignificantBits()).putLong(fay.person().uuid().getLeastSignificantBits()).array()));
    authenticator.hold(asFay, 50);
    use(page);
    assertThat(page.locator("[role=alert]").first()).containsText("No passkey of yours was taken");
    authenticator.hold(own, 51);
    use(page);
    page.locator("header.top").waitFor();
    assertThat(page.locator(".you summary")).hasText("Emil");
    page.context().close();
  }

  @Test
  void aCounterThatGoesBackStopsThePasskeyAndItsPersonIsToldOnTheNextPage() {
    var gil = desk.person("gil", Role.COLLECTOR);
    var page = with(gil);
    var authenticator = TestAuthenticator.in(page);
    make(page, gil, "phone");
    var early = authenticator.credentials().get(0).getAsJsonObject();
    signOut(page);
    for (int times = 0; times < 3; times++) {
      use(page);
      page.locator("header.top").waitFor();
      signOut(page);
    }
    authenticator.hold(early, 1);
    use(page);
    assertThat(page.locator("[role=alert]").first()).containsText("there were a copy");
    authenticator.hold(early, 500);
    use(page);
    assertThat(page.locator("[role=alert]").first()).containsText("No passkey of yours was taken");
    assertThat(changesOf(gil)).contains("passkey-stopped");
    Chromium.signIn(page, gil);
    assertThat(page.locator("body")).containsText("failed");
    page.navigate("/me");
    assertThat(page.locator(".chip.bad")).containsText("there may be a copy");
    page.context().close();
  }

  @Test
  void whoIsShutOutIsNotLetIn() {
    var hans = desk.person("hans", Role.COLLECTOR);
    var page = with(hans);
    TestAuthenticator.in(page);
    make(page, hans, "phone");
    signOut(page);
    desk.application.getBean(People.class).shutOut(hans.person().id());
    use(page);
    assertThat(page.locator("[role=alert]").first()).containsText("No passkey of yours was taken");
    page.context().close();
  }

  @Test
  void itIsTheSecondStepThatARoleNeedsAndThenThePasswordAloneOpensNothing() {
    var rule = desk.application.getBean(SecondStepRule.class);
    var ida = desk.person("ida", Role.SENIOR);
    rule.require(Role.SENIOR, By.DULY);
    try {
      var page = window(1200, ColorScheme.LIGHT);
      TestAuthenticator.in(page);
      page.navigate("/sign-in");
      page.fill("#login", "ida");
      page.fill("#password", ida.password());
      page.keyboard().press("Enter");
      page.waitForURL("**/me/second-factor");
      page.getByText("Make a passkey").first().click();
      page.locator("form[data-passkey=make] input[name=name]").fill("phone");
      page.locator("form[data-passkey=make] input[name=current]").fill(ida.password());
      page.locator("form[data-passkey=make] button").click();
      assertThat(page.locator("p[role=status]")).containsText("The passkey is made.");
      page.locator("form[action$='/removal'] button").click();
      assertThat(page.locator("[role=alert]").first()).containsText("only one that you have");
      signOut(page);
      page.fill("#login", "ida");
      page.fill("#password", ida.password());
      page.keyboard().press("Enter");
      page.waitForURL("**/sign-in/code");
      assertThat(page.locator("#code")).hasCount(0);
      BrowserTest.assertAccessible(page, "passkey instead of a code");
      page.navigate("/");
      assertThat(page.url()).endsWith("/sign-in");
      use(page);
      page.locator("header.top").waitFor();
      page.context().close();
    } finally {
      rule.requireNoLonger(Role.SENIOR, By.DULY);
    }
  }

  @Test
  void underAnotherNameOrANumberItIsRefusedInASentence() {
    var jon = desk.person("jon", Role.COLLECTOR);
    try (var there = desk.database.server("duly.url=https://desk.example/"); var visitor = new Visitor("http://127.0.0.1:" + there.getEnvironment().getRequiredProperty("local.server.port"))) {
      var refused = visitor.post("/sign-in", "/sign-in/passkey/challenge", Map.of());
      assertThat(refused.statusCode()).isEqualTo(409);
      assertThat(refused.body()).isEqualTo("Passkeys of this desk are used at https://desk.example. Open the desk there.");
      visitor.signedInAs(jon);
      assertThat(visitor.get("/me").body()).contains("Passkeys of this desk are used at https://desk.example.").doesNotContain("data-passkey=\"make\"");
      assertThat(visitor.post("/me", "/me/passkeys/challenge", Map.of("current", jon.password())).statusCode()).isEqualTo(409);
    }
    try (var number = desk.database.server("duly.url=http://192.0.2.7:8080"); var visitor = new Visitor("http://127.0.0.1:" + number.getEnvironment().getRequiredProperty("local.server.port"))) {
      assertThat(visitor.post("/sign-in", "/sign-in/passkey/challenge", Map.of()).body()).contains("set up with a number");
    }
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1200", "DARK, 360"})
  void thePagesAreAccessible(ColorScheme theme, int width) {
    var person = desk.person("zoe" + width, Role.COLLECTOR);
    var page = Chromium.signIn(window(width, theme), person);
    TestAuthenticator.in(page);
    make(page, person, "telephone");
    BrowserTest.assertAccessible(page, "me");
    assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue()).isLessThanOrEqualTo(width);
    page.screenshot(new Page.ScreenshotOptions().setPath(BrowserTest.shot("passkeys-", theme.name() + width)).setFullPage(true));
    signOut(page);
    BrowserTest.assertAccessible(page, "sign-in");
    page.screenshot(new Page.ScreenshotOptions().setPath(BrowserTest.shot("passkey-sign-in-", theme.name() + width)));
    page.context().close();
  }
}
