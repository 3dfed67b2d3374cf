package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.duly.identity.By;
import io.duly.identity.CompanySignIns;
import io.duly.identity.People;
import io.duly.identity.Role;
import io.duly.identity.SecondStepRule;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Signing in by a company's own sign-in, at a provider of the test; and what a false one, or a false user, could try. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CompanySignInTest {
  private CompanyProvider provider;
  private Desk desk;

  @BeforeAll
  void open() {
    provider = new CompanyProvider();
    desk = new Desk(settings("duly.seal=a key of the test", "duly.company.second-step=mfa,urn:gold"));
  }

  @AfterAll
  void close() {
    desk.close();
    provider.close();
  }

  private String[] settings(String... more) {
    var all =
        Stream.of(
            "duly.company.issuer=" + provider.issuer(), "duly.company.client-id=" + CompanyProvider.CLIENT, "duly.company.client-secret=" + CompanyProvider.SECRET,
            "duly.company.name=Example Corp");
    return Stream.concat(all, Stream.of(more)).toArray(String[]::new);
  }

  private static String there(Visitor visitor) {
    return visitor.get("/sign-in/company").headers().firstValue("Location").orElseThrow();
  }

  /** All the way; where it ends. */
  private static String through(Visitor visitor) {
    return visitor.get(CompanyProvider.back(there(visitor))).headers().firstValue("Location").orElseThrow();
  }

  private void comes(String subject, String email, boolean verified) {
    provider.as(subject, Map.of("email", email, "email_verified", verified));
  }

  private String endsAt(String subject, String email) {
    comes(subject, email, true);
    try (var visitor = new Visitor(desk)) {
      return through(visitor);
    }
  }

  @Test
  void whoIsHereGetsInByAVerifiedAddressAndFromThenOnBySubjectAlone() {
    var anna = desk.person("anna@example.com", Role.COLLECTOR);
    comes("s-anna", "Anna@Example.com", true);
    try (var visitor = new Visitor(desk)) {
      assertThat(visitor.get("/sign-in").body()).contains("Sign in with Example Corp");
      visitor.get("/cases/2");
      var before = visitor.session();
      assertThat(through(visitor)).endsWith("/cases/2?continue");
      assertThat(visitor.session()).isNotEqualTo(before);
      assertThat(visitor.get("/me").body()).contains("anna@example.com");
    }
    assertThat(endsAt("s-anna", "another@example.com")).as("the subject counts").doesNotContain("sign-in");
    assertThat(endsAt("s-other", "anna@example.com")).as("an address that was given to somebody else").endsWith("?stranger");
    var record = desk.database.<List<String>>ask(dsl -> dsl.fetch("select login || how || succeeded from identity.sign_in where how = 'company' and login in ('', 'anna@example.com') order by at, id").getValues(0, String.class));
    assertThat(record).startsWith("anna@example.comcompanytrue").contains("companyfalse");
    assertThat(desk.database.<List<String>>ask(dsl -> dsl.fetch("select what from identity.change where person_id = ?", anna.person().uuid()).getValues(0, String.class))).contains("company-linked");
  }

  @Test
  void nobodyGetsInByMerelyHavingAnAccountThere() {
    assertThat(endsAt("s-nobody", "nobody@example.com")).endsWith("?stranger");
    desk.person("typed@example.com", Role.ADMINISTRATOR);
    comes("s-typed", "typed@example.com", false);
    try (var visitor = new Visitor(desk)) {
      assertThat(through(visitor)).as("an address that nobody verified").endsWith("?stranger");
      assertThat(visitor.get("/").statusCode()).isEqualTo(302);
    }
  }

  @Test
  void whoIsShutOutHereIsSignedOutAndStaysOut() {
    var ben = desk.person("ben@example.com", Role.COLLECTOR);
    comes("s-ben", "ben@example.com", true);
    try (var visitor = new Visitor(desk)) {
      through(visitor);
      assertThat(visitor.get("/").statusCode()).isEqualTo(200);
      desk.application.getBean(People.class).shutOut(ben.person().id());
      assertThat(visitor.get("/").statusCode()).isEqualTo(302);
      assertThat(through(visitor)).endsWith("?stranger");
    }
  }

  private Stream<Arguments> lies() {
    return Stream.of(
        lie("of another issuer", claims -> claims.issuer("https://other.example")),
        lie("for another client", claims -> claims.audience("another-client")),
        lie("with another nonce", claims -> claims.claim("nonce", "another")),
        lie("without a nonce", claims -> claims.claim("nonce", null)),
        lie("without a subject", claims -> claims.subject(null)),
        lie("expired", claims -> claims.issueTime(Date.from(Instant.now().minusSeconds(7200))).expirationTime(Date.from(Instant.now().minusSeconds(3600)))),
        signed("not signed", claims -> new PlainJWT(claims).serialize()),
        signed("signed with another key", claims -> provider.signed(claims, CompanyProvider.key())),
        signed("signed with the secret as if it were a key", claims -> mac(claims, CompanyProvider.SECRET.getBytes(StandardCharsets.UTF_8))),
        signed("signed with the public key as if it were a secret", claims -> mac(claims, publicKey())),
        signed("no token", _ -> "not.a.token"));
  }

  private byte[] publicKey() {
    try {
      return provider.key.toRSAPublicKey().getEncoded();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String mac(JWTClaimsSet claims, byte[] secret) {
    try {
      var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("one").build(), claims);
      token.sign(new MACSigner(secret));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Arguments lie(String name, Function<JWTClaimsSet.Builder, JWTClaimsSet.Builder> changed) {
    return Arguments.of(org.junit.jupiter.api.Named.of(name, changed), null);
  }

  private static Arguments signed(String name, Function<JWTClaimsSet, String> signs) {
    return Arguments.of(null, org.junit.jupiter.api.Named.of(name, signs));
  }

  @ParameterizedTest
  @MethodSource("lies")
  void aFalseTokenOpensNothing(Function<JWTClaimsSet.Builder, JWTClaimsSet.Builder> changed, Function<JWTClaimsSet, String> signs) {
    var login = "carla@example.com";
    if (desk.application.getBean(People.class).find(login).isEmpty()) {
      desk.person(login, Role.ADMINISTRATOR);
    }
    comes("s-carla", login, true);
    if (changed != null) {
      var true_ = provider.says;
      provider.says = claims -> changed.apply(true_.apply(claims));
    } else {
      provider.signs = signs;
    }
    try (var visitor = new Visitor(desk)) {
      assertThat(through(visitor)).endsWith("/sign-in?company");
      assertThat(visitor.get("/").statusCode()).isEqualTo(302);
    }
  }

  @Test
  void anAnswerToAnotherBrowserOrOneThatCameBeforeOpensNothing() {
    desk.person("dora@example.com", Role.COLLECTOR);
    comes("s-dora", "dora@example.com", true);
    try (var attacker = new Visitor(desk); var victim = new Visitor(desk)) {
      var answer = CompanyProvider.back(there(attacker));
      assertThat(victim.get(answer).headers().firstValue("Location").orElseThrow()).as("never asked").endsWith("?company");
      there(victim);
      assertThat(victim.get(answer).headers().firstValue("Location").orElseThrow()).as("another state").endsWith("?company");
      assertThat(attacker.get(answer).headers().firstValue("Location").orElseThrow()).doesNotContain("sign-in");
      assertThat(attacker.get(answer).headers().firstValue("Location").orElseThrow()).as("again").endsWith("?company");
      assertThat(victim.get("/").statusCode()).isEqualTo(302);
    }
    try (var visitor = new Visitor(desk)) {
      there(visitor);
      assertThat(visitor.get("/sign-in/company/answer?error=access_denied&state=x").headers().firstValue("Location").orElseThrow()).endsWith("?company");
    }
  }

  @Test
  void ourSecondStepIsAskedUnlessTheCompanyHasAskedOneThatCounts() {
    var rule = desk.application.getBean(SecondStepRule.class);
    desk.person("emil@example.com", Role.SENIOR);
    rule.require(Role.SENIOR, By.DULY);
    try (var lacking = new Visitor(desk); var enough = new Visitor(desk); var gold = new Visitor(desk)) {
      comes("s-emil", "emil@example.com", true);
      through(lacking);
      assertThat(lacking.get("/").headers().firstValue("Location").orElseThrow()).endsWith("/me/second-factor");
      lacking.post("/me/second-factor", "/me/second-factor/beginning", Map.of());
      var key = lacking.get("/me/second-factor").body().replaceAll("(?s).*<code>([A-Z2-7 ]+)</code>.*", "$1").replace(" ", "");
      lacking.post("/me/second-factor", "/me/second-factor/confirming", Map.of("code", Authenticator.code(key)));
      try (var again = new Visitor(desk)) {
        provider.as("s-emil", Map.of("amr", List.of("pwd"), "acr", "urn:bronze"));
        assertThat(through(again)).endsWith("/sign-in/code");
        assertThat(again.get("/").statusCode()).isEqualTo(302);
      }
      provider.as("s-emil", Map.of("amr", List.of("pwd", "mfa")));
      through(enough);
      assertThat(enough.get("/").statusCode()).isEqualTo(200);
      provider.as("s-emil", Map.of("acr", "urn:gold"));
      through(gold);
      assertThat(gold.get("/").statusCode()).isEqualTo(200);
    } finally {
      rule.requireNoLonger(Role.SENIOR, By.DULY);
    }
  }

  @Test
  void passwordsMayBeClosedForThoseWhoComeByTheCompanyAndNotForAdministrators() {
    var fay = desk.person("fay", Role.COLLECTOR);
    var gil = desk.person("gil", Role.ADMINISTRATOR);
    var hans = desk.person("hans", Role.COLLECTOR);
    var companies = desk.application.getBean(CompanySignIns.class);
    assertThat(companies.link(fay.person(), "s-fay", By.DULY)).isTrue();
    assertThat(companies.link(gil.person(), "s-gil", By.DULY)).isTrue();
    assertThat(companies.link(hans.person(), "s-gil", By.DULY)).as("a subject means one person").isFalse();
    try (var strict = desk.database.server(settings("duly.company.only=true"))) {
      var url = "http://127.0.0.1:" + strict.getEnvironment().getRequiredProperty("local.server.port");
      try (var visitor = new Visitor(url)) {
        var refused = visitor.post("/sign-in", "/sign-in", Map.of("login", "fay", "password", fay.password()));
        assertThat(refused.headers().firstValue("Location").orElseThrow()).endsWith("/sign-in?only");
        assertThat(visitor.get("/").statusCode()).isEqualTo(302);
        provider.as("s-fay", Map.of());
        through(visitor);
        assertThat(visitor.get("/").statusCode()).isEqualTo(200);
      }
      for (var person : List.of(gil, hans)) {
        try (var visitor = new Visitor(url).signedInAs(person)) {
          assertThat(visitor.get("/").statusCode()).isEqualTo(200);
        }
      }
    }
    try (var open = new Visitor(desk).signedInAs(fay)) {
      assertThat(open.get("/").statusCode()).isEqualTo(200);
    }
    assertThat(companies.unlink(fay.person().id(), By.DULY)).isTrue();
    assertThat(endsAt("s-fay", "nobody@example.com")).endsWith("?stranger");
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1200", "DARK, 360"})
  void thePageIsAccessibleAndTheButtonLeadsToTheCompanyAndBackIntoTheDesk(ColorScheme theme, int width) {
    desk.person("zoe" + width + "@example.com", Role.COLLECTOR);
    comes("s-zoe" + width, "zoe" + width + "@example.com", true);
    try (var chromium = Chromium.started()) {
      var page = chromium.window(desk, width, 900, theme, true);
      page.navigate("/sign-in?stranger");
      BrowserTest.assertAccessible(page, "sign-in");
      page.screenshot(new Page.ScreenshotOptions().setPath(BrowserTest.shot("company-sign-in-", theme.name() + width)));
      page.getByText("Sign in with Example Corp").click();
      page.locator("header.top").waitFor();
      assertThat(chromium.complaints).isEmpty();
    }
  }

  @Test
  void aCompanyThatCannotBeReachedKeepsNobodyFromTheDeskAndWithoutOneThereIsNoButton() {
    var gone = new CompanyProvider();
    var issuer = gone.issuer();
    gone.close();
    try (var server = desk.database.server("duly.company.issuer=" + issuer, "duly.company.client-id=x", "duly.company.client-secret=y");
        var visitor = new Visitor("http://127.0.0.1:" + server.getEnvironment().getRequiredProperty("local.server.port"))) {
      assertThat(there(visitor)).endsWith("/sign-in?unreachable");
      assertThat(visitor.get("/sign-in?unreachable").body()).contains("cannot be reached now");
    }
    try (var server = desk.database.server(); var visitor = new Visitor("http://127.0.0.1:" + server.getEnvironment().getRequiredProperty("local.server.port"))) {
      assertThat(visitor.get("/sign-in").body()).doesNotContain("/sign-in/company");
      assertThat(visitor.get("/sign-in/company").statusCode()).isEqualTo(404);
    }
  }
}
