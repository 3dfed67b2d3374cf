package io.duly.strategy;

import static io.duly.strategy.PolicyFixture.assertProblem;
import static io.duly.strategy.PolicyFixture.problems;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of steps and values that are wrong. */
class PolicyStepsReaderTest {

  @Test
  void numbersAreWholeAndWithinTheirRange() {
    assertProblem(
        PolicyFixture.withReminder("gap: 0"),
        "steps[1].gap",
        "0 is out of range; write a whole number from 1 to 365");
    assertProblem(
        PolicyFixture.withReminder("gap: soon"),
        "steps[1].gap",
        "a whole number from 1 to 365 belongs here");
    assertProblem(
        PolicyFixture.withReminder("gap: 2.5"),
        "steps[1].gap",
        "a whole number from 1 to 365 belongs here");
    assertProblem(
        PolicyFixture.withReminder("gap: [2]"),
        "steps[1].gap",
        "a whole number from 1 to 365 belongs here");
    assertProblem(
        PolicyFixture.withReminder("gap: 99999999999"),
        "steps[1].gap",
        "a whole number from 1 to 365 belongs here");
    assertThat(PolicyReader.read(PolicyFixture.withReminder("gap: 365")).steps().getFirst().gap())
        .isEqualTo(365);
    assertThat(PolicyReader.read(PolicyFixture.withReminder("gap: +1")).steps().getFirst().gap())
        .isEqualTo(1);
    assertProblem(
        PolicyFixture.withReminder("gap: 366"),
        "steps[1].gap",
        "366 is out of range; write a whole number from 1 to 365");
  }

  @Test
  void unknownWordsAreNamedWithTheNearestKnownOne() {
    assertProblem(
        PolicyFixture.withReminder().replace("email", "e-mail"),
        "steps[1].channel",
        "\"e-mail\" is not known here; did you mean \"email\"?");
    assertProblem(
        PolicyFixture.withReminder().replace("email", "fax"),
        "steps[1].channel",
        "\"fax\" is not known here; known are call, email, letter, sms");
    assertProblem(
        PolicyFixture.withReminder().replace("tone: friendly", "tone: freindly"),
        "steps[1].tone",
        "\"freindly\" is not known here; did you mean \"friendly\"?");
    assertProblem(
        PolicyFixture.withStep("id: x", "kind: writeoff", "daysFromDue: 9"),
        "steps[2].kind",
        "\"writeoff\" is not known here; did you mean \"write-off\"?");
  }

  @Test
  void amountsHaveNoSignAndThreeDecimalsAtMost() {
    for (String amount : List.of("-1", "1.2345", "1,50", "ten", "[1]")) {
      assertProblem(
          PolicyFixture.withLimits("smallestAmount: " + amount),
          "limits.smallestAmount",
          "an amount belongs here: digits, and up to three after a point, as in 50 or 49.90");
    }
    assertProblem(
        PolicyFixture.withLimits("smallestAmount: {EUR: 5}"),
        "limits.smallestAmount",
        "\"other\" is missing: the amount for every currency that is not named");
    assertProblem(
        PolicyFixture.withLimits("smallestAmount: {other: 5, Euro: 5}"),
        "limits.smallestAmount",
        "a currency such as EUR, or \"other\" for the rest, belongs here");
    assertProblem(
        PolicyFixture.withLimits("smallestAmount: {other: 5, [a]: 5}"),
        "limits.smallestAmount",
        "a currency such as EUR, or \"other\" for the rest, belongs here");
  }

  @Test
  void countriesAreCountries() {
    assertProblem(
        PolicyFixture.withReminder("conditions: {country: [DE, Holland]}"),
        "steps[1].conditions.country",
        "\"Holland\" is no country; write two capital letters as in DE");
    assertProblem(
        PolicyFixture.withReminder("conditions: {segment: []}"),
        "steps[1].conditions.segment",
        "the list is empty; name at least one or leave the key out");
  }

  @Test
  void aStepHasOneTrigger() {
    String either =
        "write either \"daysFromDue: 14\" or \"afterStep: first-reminder\" with \"days: 14\"";
    assertProblem(PolicyFixture.withStep("id: x", "kind: place"), "steps[2].daysFromDue", either);
    assertProblem(
        PolicyFixture.withStep(
            "id: x", "kind: place", "daysFromDue: 9", "afterStep: first-reminder"),
        "steps[2].daysFromDue",
        either);
    assertProblem(
        PolicyFixture.withStep("id: x", "kind: place", "daysFromDue: 9", "days: 3"),
        "steps[2].days",
        "\"days\" belongs to afterStep; remove it");
    assertProblem(
        PolicyFixture.withStep("id: x", "kind: place", "afterStep: first-reminder"),
        "steps[2].days",
        "\"days\" is missing; write it as in \"days: 14\"");
  }

  @Test
  void afterStepPointsUpwards() {
    assertProblem(
        PolicyFixture.withStep("id: x", "kind: place", "afterStep: first-remainder", "days: 3"),
        "steps[2].afterStep",
        "\"first-remainder\" is no step above this one; did you mean \"first-reminder\"?");
    assertProblem(
        PolicyFixture.withStep("id: x", "kind: place", "afterStep: x", "days: 3"),
        "steps[2].afterStep",
        "\"x\" is no step above this one; known are first-reminder");
    assertProblem(
        PolicyFixture.withReminder("afterStep: x", "days: 3").replace("    daysFromDue: 1\n", ""),
        "steps[1].afterStep",
        "\"x\" is no step above this one; the first step has none before it, use daysFromDue");
  }

  @Test
  void aBrokenStepBreaksNoOther() {
    String policy =
        PolicyFixture.withStep(
                "id: second", "kind: call", "daysFromDue: soon", "stage: negotiation")
            + "  - {id: third, kind: place, afterStep: second, days: 9, gap: 0}\n";
    assertThat(problems(policy).stream().map(PolicyProblem::path))
        .containsExactly("steps[2].daysFromDue", "steps[3].gap");
  }

  @Test
  void stepsStandInTheirOrder() {
    assertProblem(
        PolicyFixture.withStep("id: first-reminder", "kind: place", "daysFromDue: 9"),
        "steps[2].id",
        "\"first-reminder\" is the id of an earlier step; give this one its own");
    assertProblem(
        PolicyFixture.withStep(
            "id: x", "kind: place", "daysFromDue: 0", "conditions: {latePaymentsAtLeast: 1}"),
        "steps[2].daysFromDue",
        "an earlier step comes 1 days from the due date; put this one before it");
    assertProblem(
        PolicyFixture.withReminder().replace("stage: reminder", "stage: final-demand")
            + "  - {id: x, kind: call, daysFromDue: 9, stage: negotiation}\n",
        "steps[2].stage",
        "an earlier step has put the case in stage final-demand; it does not go back");
    assertThat(
            PolicyReader.read(PolicyFixture.withStep("id: x", "kind: place", "daysFromDue: 1"))
                .steps())
        .hasSize(2);
  }

  @Test
  void aNoteBeforeTheDueDateNeedsAHistory() {
    assertProblem(
        PolicyFixture.withReminder().replace("daysFromDue: 1", "daysFromDue: -3"),
        "steps[1].conditions",
        "a note before the due date goes only to those who paid late before (P05); add lateShareAtLeast or latePaymentsAtLeast");
    assertThat(
            PolicyReader.read(
                    PolicyFixture.withReminder("conditions: {lateShareAtLeast: 5}")
                        .replace("daysFromDue: 1", "daysFromDue: -3"))
                .steps())
        .hasSize(1);
  }

  @Test
  void aConditionOnTheAmountIsNoHistory() {
    String note = PolicyFixture.withReminder("conditions: {amountAtLeast: 5}");
    assertThat(problems(note.replace("daysFromDue: 1", "daysFromDue: -3"))).hasSize(1);
  }

  @Test
  void keysBelongToTheirKindOfStep() {
    assertProblem(
        PolicyFixture.withStep(
            "id: x", "kind: call", "daysFromDue: 9", "stage: reminder", "tone: firm"),
        "steps[2].tone",
        "\"tone\" does not belong to a call; remove it");
    assertProblem(
        PolicyFixture.withStep("id: x", "kind: place", "daysFromDue: 9", "stage: reminder"),
        "steps[2].stage",
        "\"stage\" does not belong to a proposal, which reaches nobody outside; remove it");
    assertProblem(
        PolicyFixture.withReminder().replace("channel: email", "channel: call"),
        "steps[1].channel",
        "a message goes by email, sms or letter; for a call write \"kind: call\"");
    assertProblem(
        PolicyFixture.withReminder("fallback: email"),
        "steps[1].fallback",
        "a channel stands here twice; name another one or remove it");
    assertProblem(
        PolicyFixture.withReminder().replace("stage: reminder", "stage: legal"),
        "steps[1].stage",
        "only people put a case there; write courtesy, reminder, negotiation or final-demand");
  }
}
