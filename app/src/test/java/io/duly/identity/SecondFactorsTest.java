package io.duly.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecondFactorsTest {
  private TestDatabase database;
  private ConfigurableApplicationContext application;
  private Instant now = Instant.parse("2026-11-20T09:00:00Z");
  private SecondFactors factors;

  @BeforeAll
  void open() {
    database = TestDatabase.fresh();
    application = database.application("spring.main.lazy-initialization=true");
    factors = factors(new SealingKey("a key of the test", Path.of("target")));
  }

  private SecondFactors factors(SealingKey key) {
    InstantSource clock = () -> now;
    return new SecondFactors(application.getBean(DSLContext.class), key, application.getBean(Changes.class), new RecoveryCodes(application.getBean(DSLContext.class), clock), clock);
  }

  @AfterAll
  void close() {
    application.close();
    database.close();
  }

  private Person person(String login) {
    return application.getBean(People.class).add(login, "Somebody", Role.MANAGER, Optional.empty(), By.DULY);
  }

  /** What an authenticator would show, from the key that the person types into it. */
  private String code(Person person, Duration later) {
    return OneTimeCodes.at(secrets.get(person.login()), now.plus(later));
  }

  private final java.util.Map<String, byte[]> secrets = new java.util.HashMap<>();

  private java.util.List<String> enrolled(Person person) {
    factors.begin(person);
    secrets.put(person.login(), Typed.key(factors.enrolment(person).orElseThrow().secret()));
    return factors.confirm(person, code(person, Duration.ZERO), By.DULY).orElseThrow();
  }

  /** The other way round than {@link Base32}, written for the test. */
  private static final class Typed {
    static byte[] key(String text) {
      var bits = new StringBuilder();
      text.replace(" ", "").chars().forEach(sign -> bits.append(String.format("%5s", Integer.toBinaryString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(sign))).replace(' ', '0')));
      var bytes = new byte[bits.length() / 8];
      for (int at = 0; at < bytes.length; at++) {
        bytes[at] = (byte) Integer.parseInt(bits.substring(at * 8, at * 8 + 8), 2);
      }
      return bytes;
    }
  }

  /** RFC 6238, appendix B, SHA-1; the last six of its eight digits. */
  @ParameterizedTest
  @CsvSource({"59, 287082", "1111111109, 081804", "1111111111, 050471", "1234567890, 005924", "2000000000, 279037", "20000000000, 353130"})
  void theCodesAreThoseOfTheStandard(long second, String code) {
    assertThat(OneTimeCodes.at("12345678901234567890".getBytes(StandardCharsets.US_ASCII), Instant.ofEpochSecond(second))).isEqualTo(code);
  }

  /** RFC 4648, section 10, without the padding. */
  @ParameterizedTest
  @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
  void keysAreTypedInBase32(String text, String base32) {
    assertThat(Base32.of(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(base32);
  }

  @Test
  void itIsOnOnlyWhenACodeHasShownThatTheAuthenticatorKnowsTheKey() {
    var anna = person("anna");
    factors.begin(anna);
    assertThat(factors.isOn(anna.id())).isFalse();
    assertThat(factors.confirm(anna, "000000", By.DULY)).isEmpty();
    assertThat(factors.isOn(anna.id())).isFalse();
    assertThat(enrolled(anna)).hasSize(10).doesNotHaveDuplicates();
    assertThat(factors.isOn(anna.id())).isTrue();
    assertThat(factors.enrolment(anna)).as("the key is shown no more").isEmpty();
  }

  @Test
  void aCodeIsAcceptedOnceAndNoOlderOneAfterIt() {
    var ben = person("ben");
    enrolled(ben);
    assertThat(factors.answer(ben.id(), code(ben, Duration.ZERO))).as("the one that turned it on").isEqualTo(SecondFactors.Answer.WRONG);
    now = now.plus(OneTimeCodes.STEP);
    var code = code(ben, Duration.ZERO);
    assertThat(factors.answer(ben.id(), code.substring(0, 3) + " " + code.substring(3))).isEqualTo(SecondFactors.Answer.RIGHT);
    assertThat(factors.answer(ben.id(), code)).isEqualTo(SecondFactors.Answer.WRONG);
  }

  @Test
  void aClockMayBeHalfAMinuteWrongButNotMore() {
    var carla = person("carla");
    enrolled(carla);
    now = now.plus(Duration.ofMinutes(10));
    assertThat(factors.answer(carla.id(), code(carla, Duration.ofMinutes(-1)))).isEqualTo(SecondFactors.Answer.WRONG);
    assertThat(factors.answer(carla.id(), code(carla, Duration.ofMinutes(1)))).isEqualTo(SecondFactors.Answer.WRONG);
    assertThat(factors.answer(carla.id(), code(carla, Duration.ofSeconds(-30)))).isEqualTo(SecondFactors.Answer.RIGHT);
    assertThat(factors.answer(carla.id(), code(carla, Duration.ofSeconds(30)))).isEqualTo(SecondFactors.Answer.RIGHT);
  }

  @Test
  void aRecoveryCodeLetsInOnceHoweverItIsTyped() {
    var dora = person("dora");
    var codes = enrolled(dora);
    var typed = codes.getFirst().toUpperCase(java.util.Locale.ROOT).replace("-", " ");
    assertThat(factors.answer(dora.id(), typed)).isEqualTo(SecondFactors.Answer.RIGHT);
    assertThat(factors.answer(dora.id(), typed)).isEqualTo(SecondFactors.Answer.WRONG);
    assertThat(factors.recoveryCodesLeft(dora.id())).isEqualTo(9);
  }

  @Test
  void afterFiveWrongCodesNoneIsLookedAtForAQuarterOfAnHour() {
    var emil = person("emil");
    enrolled(emil);
    for (int wrong = 0; wrong < SecondFactors.ALLOWED_FAILURES; wrong++) {
      assertThat(factors.answer(emil.id(), "12345" + wrong + "x")).isEqualTo(SecondFactors.Answer.WRONG);
    }
    now = now.plus(OneTimeCodes.STEP);
    assertThat(factors.answer(emil.id(), code(emil, Duration.ZERO))).isEqualTo(SecondFactors.Answer.CLOSED);
    now = now.plus(SecondFactors.LOCK).plusSeconds(1);
    assertThat(factors.answer(emil.id(), code(emil, Duration.ZERO))).isEqualTo(SecondFactors.Answer.RIGHT);
  }

  @Test
  void whatIsInTheDatabaseIsNeitherTheKeyNorACodeAndCannotBeOpenedWithAnotherKeyOrForSomebodyElse() {
    var fay = person("fay");
    var codes = enrolled(fay);
    var secret = HexFormat.of().formatHex(secrets.get("fay"));
    var rows = database.ask(dsl -> dsl.fetch("select encode(secret, 'hex') from identity.second_factor union all select r::text from identity.recovery_code r").into(String.class));
    assertThat(rows).isNotEmpty().noneMatch(row -> row.contains(secret)).noneMatch(row -> codes.stream().anyMatch(row::contains));
    var key = new SealingKey("one", Path.of("target"));
    var sealed = key.seal(new byte[] {1, 2, 3}, new byte[] {9});
    assertThat(key.open(sealed, new byte[] {9}).orElseThrow()).containsExactly(1, 2, 3);
    assertThat(key.open(sealed, new byte[] {8})).isEmpty();
    assertThat(new SealingKey("other", Path.of("target")).open(sealed, new byte[] {9})).isEmpty();
    assertThat(key.seal(new byte[] {1}, new byte[] {9})).isNotEqualTo(key.seal(new byte[] {1}, new byte[] {9}));
  }

  @Test
  void newRecoveryCodesEndThoseBeforeAndAreForWhoHasItOn() {
    var hans = person("hans");
    assertThat(factors.newRecoveryCodes(hans, By.DULY)).isEmpty();
    var before = enrolled(hans);
    var now = factors.newRecoveryCodes(hans, By.DULY).orElseThrow();
    assertThat(now).hasSize(10).doesNotContainAnyElementsOf(before);
    assertThat(factors.answer(hans.id(), before.getFirst())).isEqualTo(SecondFactors.Answer.WRONG);
    assertThat(factors.answer(hans.id(), now.getFirst())).isEqualTo(SecondFactors.Answer.RIGHT);
  }

  @Test
  void aRoleMayNeedIt() {
    var gil = person("gil");
    var rule = application.getBean(SecondStepRule.class);
    rule.require(Role.MANAGER, By.DULY);
    assertThat(rule.isLacking(gil)).isTrue();
    enrolled(gil);
    assertThat(rule.isLacking(gil)).isFalse();
    rule.requireNoLonger(Role.MANAGER, By.DULY);
    assertThat(rule.required()).isEmpty();
    assertThat(factors.remove(gil.id(), By.DULY)).isTrue();
    assertThat(factors.isOn(gil.id())).isFalse();
  }
}
