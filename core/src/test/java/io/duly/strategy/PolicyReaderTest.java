package io.duly.strategy;

import static io.duly.strategy.PolicyFixture.assertProblem;
import static io.duly.strategy.PolicyFixture.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is read from a policy's text, and what is said of a text that is wrong. */
class PolicyReaderTest {
  private static final String SIGNS = "[]{}:,-&*!|>'\"#%@`\t\n0aé\u0000";

  @Test
  void readsEveryKey() {
    Policy policy =
        PolicyReader.read(
            """
            policy: Our own
            version: 3
            validFrom: 2026-02-01
            limits: {daysBetweenContacts: 4, contactsPer7Days: 1, contactsPer30Days: 5, promiseGraceDays: 6, bankDataDays: 7, callTaskDays: 8, smallestAmount: 9.5, valuedFrom: {other: 10, JPY: 2000}, thanksWhenPaid: [email, letter]}
            steps:
              - {id: note, kind: message, daysFromDue: -3, gap: 2, channel: email, fallback: [sms, letter], tone: friendly, template: n, stage: courtesy, conditions: {latePaymentsAtLeast: 1}}
              - {id: phone, kind: call, daysFromDue: 5, stage: negotiation, conditions: {ageAtLeast: 6}}
              - {id: agency, kind: place, afterStep: phone, days: 80}
              - {id: loss, kind: write-off, daysFromDue: 400}
            """);
    assertThat(policy.name()).isEqualTo("Our own");
    assertThat(policy.version()).isEqualTo(3);
    assertThat(policy.validFrom()).isEqualTo(LocalDate.of(2026, 2, 1));
    assertThat(policy.limits())
        .isEqualTo(
            new Limits(
                4,
                1,
                5,
                6,
                7,
                false,
                8,
                new Threshold(9_500, Map.of()),
                new Threshold(10_000, Map.of("JPY", 2_000_000L)),
                List.of(Channel.EMAIL, Channel.LETTER)));
    var note =
        new Act.Message(
            List.of(Channel.EMAIL, Channel.SMS, Channel.LETTER),
            Tone.FRIENDLY,
            "n",
            Stage.COURTESY);
    assertThat(policy.steps())
        .containsExactly(
            new Step(
                "note",
                new Trigger.FromDue(-3),
                note,
                2,
                0,
                List.of(new Condition.LatePaymentsAtLeast(1))),
            new Step(
                "phone",
                new Trigger.FromDue(5),
                new Act.Call("call", Stage.NEGOTIATION),
                3,
                6,
                List.of()),
            new Step(
                "agency", new Trigger.AfterStep("phone", 80), new Act.Place(), 3, 0, List.of()),
            new Step("loss", new Trigger.FromDue(400), new Act.WriteOff(), 3, 0, List.of()));
  }

  @Test
  void limitsThatAreLeftOutAreTheUsualOnes() {
    var usual =
        new Limits(
            2, 2, 6, 3, 3, false, 5, new Threshold(0, Map.of()), new Threshold(Long.MAX_VALUE, Map.of()), List.of());
    assertThat(PolicyReader.read(PolicyFixture.withReminder()).limits()).isEqualTo(usual);
    assertThat(PolicyReader.read(PolicyFixture.withLimits("daysBetweenContacts: 2")).limits())
        .isEqualTo(usual);
  }

  @Test
  void bankDataIsAsOldAsTheDaysOnWhichBanksBookSayWhereThePolicyCountsThose() {
    var limits = PolicyReader.read(PolicyFixture.withLimits("bankDataBankingDays: 2")).limits();
    var monday = LocalDate.of(2026, 11, 23);
    assertThat(limits.recentFrom(monday, _ -> false)).isEqualTo(LocalDate.of(2026, 11, 19));
    assertThat(limits.recentFrom(monday, LocalDate.of(2026, 11, 20)::equals)).isEqualTo(LocalDate.of(2026, 11, 18));
    assertThat(limits.recentFrom(monday.minusDays(1), _ -> false)).isEqualTo(LocalDate.of(2026, 11, 18));
    assertThat(limits.bankDataAge()).isEqualTo("2 banking days");
    assertThat(problems(PolicyFixture.withLimits("bankDataBankingDays: 2, bankDataDays: 3"))).hasSize(1);
  }

  @Test
  void nobodyIsCalledToBeThanked() {
    assertProblem(
        PolicyFixture.withLimits("thanksWhenPaid: call"),
        "limits.thanksWhenPaid",
        "thanks go by email, sms or letter; nobody is called to be thanked");
    assertThat(problems(PolicyFixture.withLimits("thanksWhenPaid: [email, email]"))).hasSize(1);
  }

  @Test
  void anUnknownKeyIsNamedWithTheNearestKnownOne() {
    assertProblem(
        PolicyFixture.withReminder("gapp: 3"),
        12,
        5,
        "steps[1].gapp",
        "unknown key; did you mean \"gap\"?");
    assertProblem(
        PolicyFixture.withLimits("contactPer7Days: 1"),
        "limits.contactPer7Days",
        "unknown key; did you mean \"contactsPer7Days\"?");
    assertThat(problems(PolicyFixture.withReminder("conditions: {zzzzzz: 3}")).getFirst().message())
        .startsWith("unknown key; known are ageAtLeast, amountAtLeast, amountBelow");
    assertThat(problems(PolicyFixture.withReminder("z".repeat(41) + ": 3")).getFirst().message())
        .startsWith("unknown key; known are");
  }

  @Test
  void aKeyMayStandOnce() {
    assertProblem(
        PolicyFixture.withReminder("tone: firm"),
        12,
        5,
        "steps[1].tone",
        "the key stands here twice; keep one of them");
  }

  @Test
  void aKeyIsAPlainWord() {
    assertProblem(PolicyFixture.withReminder("[a]: firm"), "steps[1]", "a key is one plain word");
  }

  @Test
  void missingKeysAreAllNamed() {
    assertThat(problems("{}").stream().map(PolicyProblem::path))
        .containsExactly("policy", "version", "validFrom", "steps");
    assertThat(problems("{}").getFirst())
        .isEqualTo(
            new PolicyProblem(
                1, 1, "policy", "\"policy\" is missing; write it as in \"policy: standard\""));
    assertThat(
            problems(PolicyFixture.withStep("kind: message", "daysFromDue: 3")).stream()
                .map(PolicyProblem::path))
        .containsExactly(
            "steps[2].id",
            "steps[2].channel",
            "steps[2].tone",
            "steps[2].template",
            "steps[2].stage");
    assertProblem(
        PolicyFixture.withStep("id: x", "kind: call", "daysFromDue: 3"),
        "steps[2].stage",
        "\"stage\" is missing; write it as in \"stage: reminder\"");
    assertProblem(
        PolicyFixture.withStep("id: x", "daysFromDue: 3"),
        "steps[2].kind",
        "\"kind\" is missing; write it as in \"kind: message\"");
  }

  @Test
  void everyProblemIsFoundAtOnceInTheOrderOfTheText() {
    var found =
        problems(PolicyFixture.withReminder("gap: -1", "tonne: 3", "conditions: {stage: nowhere}"));
    assertThat(found.stream().map(PolicyProblem::line)).containsExactly(12, 13, 14);
  }

  @Test
  void theMessageListsThemWithLineAndColumn() {
    assertThatThrownBy(() -> PolicyReader.read(PolicyFixture.withReminder("gap: -1")))
        .hasMessageContaining(
            "line 12, column 10 (steps[1].gap): -1 is out of range; write a whole number from 1 to 365");
    assertThat(new PolicyProblem(1, 2, "", "x")).hasToString("line 1, column 2: x");
  }

  @Test
  void datesAndTextsAreWhatTheySay() {
    String policy = PolicyFixture.withReminder();
    assertProblem(
        policy.replace("2026-01-01", "first of May"),
        "validFrom",
        "this is no date; write year, month and day as in 2026-01-01");
    assertProblem(
        policy.replace("2026-01-01", "[2026]"),
        "validFrom",
        "a date belongs here, as in 2026-01-01");
    assertProblem(policy.replace("policy: test", "policy: ''"), "policy", "one text belongs here");
    assertProblem(policy.replace("policy: test", "policy: [a]"), "policy", "one text belongs here");
    assertProblem(
        policy.replace("policy: test", "policy: " + "a".repeat(81)),
        "policy",
        "a text of one line and at most 80 letters belongs here");
    assertProblem(
        policy.replace("policy: test", "policy: \"a\\nb\""),
        "policy",
        "a text of one line and at most 80 letters belongs here");
    assertThat(
            PolicyReader.read(policy.replace("policy: test", "policy: " + "a".repeat(80))).name())
        .hasSize(80);
    assertThat(
            problems(policy.replace("id: first-reminder", "id: First Reminder"))
                .getFirst()
                .message())
        .startsWith("\"First Reminder\" has other signs than a-z, 0-9 and hyphen");
  }

  @Test
  void stepsAreAListOfSections() {
    String steps = "a list of 1 to 60 steps belongs here, each beginning with \"- id: \"";
    String head = "policy: test\nversion: 1\nvalidFrom: 2026-01-01\n";
    assertProblem(head + "steps: none", "steps", steps);
    assertProblem(head + "steps: []", "steps", steps);
    assertProblem(head + "steps: [" + "{}, ".repeat(61) + "]", "steps", steps);
    assertThat(problems(head + "steps: [" + "{}, ".repeat(60) + "]")).hasSize(100);
    assertThat(problems(head + "steps: [7]").getFirst().message())
        .isEqualTo("keys with values belong here, each on a line as in \"gap: 3\"");
  }

  @Test
  void whatIsNotYamlIsSaidWithItsPlace() {
    assertThat(problems("policy: ["))
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.message()).startsWith("this is not YAML: ");
          assertThat(problem.line()).isEqualTo(1);
          assertThat(problem.column()).isEqualTo(10);
        });
    assertThat(problems(""))
        .singleElement()
        .satisfies(problem ->
            assertThat(problem.message())
                .isEqualTo("a policy has text, and at most 100000 signs of it"));
    assertThat(problems("#".repeat(100_001)).getFirst().message())
        .isEqualTo("a policy has text, and at most 100000 signs of it");
    assertThat(problems("a: " + "[".repeat(30) + "]".repeat(30)).getFirst().message())
        .startsWith("this is not YAML");
  }

  @Test
  void aliasesDoNoHarm() {
    String bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nsteps: *c\n";
    assertThat(problems(bomb)).isNotEmpty();
    assertThat(problems("steps: &s [*s]\n")).isNotEmpty();
    String many = "a: &a [x]\nb: [" + "*a, ".repeat(11) + "]\n";
    assertThat(problems(many).getFirst().message()).contains("Number of aliases");
  }

  static IntStream seeds() {
    return IntStream.range(0, 20);
  }

  /** A broken text is an {@link InvalidPolicy} or still a policy, never another failure. */
  @ParameterizedTest
  @MethodSource("seeds")
  void aDamagedTextNeverFailsOtherwise(int seed) {
    var random = new SplittableRandom(seed);
    for (int round = 0; round < 40; round++) {
      var text = new StringBuilder(Policies.text("standard"));
      for (int change = random.nextInt(1, 6); change > 0; change--) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.deleteCharAt(at);
          case 1 -> text.setCharAt(at, SIGNS.charAt(random.nextInt(SIGNS.length())));
          default -> text.delete(at, Math.min(text.length(), at + random.nextInt(60)));
        }
      }
      try {
        assertThat(PolicyReader.read(text.toString()).steps()).isNotEmpty();
      } catch (InvalidPolicy invalid) {
        assertThat(invalid.problems()).isNotEmpty();
      }
    }
  }
}
