package io.duly.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The parts of a policy refuse what makes no sense, also when they are not read from a text. */
class PolicyTest {
  private static final Threshold NOTHING = Threshold.of(BigDecimal.ZERO);

  private static Step step(String id) {
    return new Step(id, new Trigger.FromDue(1), new Act.Place(), 1, 0, List.of());
  }

  private static Policy policy(List<Step> steps) {
    return new Policy(
        "test", 1, LocalDate.EPOCH, new Limits(1, 1, 1, 0, 0, false, 0, NOTHING, NOTHING, List.of()), steps);
  }

  @Test
  void aPolicyHasStepsOfDifferentIds() {
    assertThat(policy(List.of(step("a"), step("b"))).indexOf("b")).isEqualTo(1);
    assertThatThrownBy(() -> policy(List.of())).hasMessage("A policy has 1 to 60 steps, not 0");
    assertThatThrownBy(() -> policy(Collections.nCopies(61, step("a"))))
        .hasMessage("A policy has 1 to 60 steps, not 61");
    assertThatThrownBy(() -> policy(List.of(step("a"), step("a"))))
        .hasMessage("Two steps of policy test have the same id");
  }

  @Test
  void aStepHasAnIdAndAGap() {
    assertThatThrownBy(() -> step(" ")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new Step("a", new Trigger.FromDue(1), new Act.Place(), 0, 0, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new Step("a", new Trigger.FromDue(1), new Act.Place(), 1, -1, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aMessageIsNoCall() {
    assertThatThrownBy(() -> new Act.Message(List.of(), Tone.FIRM, "t", Stage.REMINDER))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() ->
            new Act.Message(List.of(Channel.EMAIL, Channel.CALL), Tone.FIRM, "t", Stage.REMINDER))
        .hasMessage("A message goes by email, sms or letter, not by [EMAIL, CALL]");
  }

  @Test
  void aCallInTheLastStageIsHard() {
    assertThat(
            new Step(
                    "a",
                    new Trigger.FromDue(1),
                    new Act.Call("call", Stage.FINAL_DEMAND),
                    1,
                    0,
                    List.of())
                .isHard())
        .isTrue();
    assertThat(
            new Step(
                    "a",
                    new Trigger.FromDue(1),
                    new Act.Call("call", Stage.NEGOTIATION),
                    1,
                    0,
                    List.of())
                .isHard())
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "0,1,1,0,0,0",
    "1,0,1,0,0,0",
    "1,1,0,0,0,0",
    "1,1,1,-1,0,0",
    "1,1,1,0,-1,0",
    "1,1,1,0,0,-1"
  })
  void limitsAreNotNegative(int distance, int week, int month, int grace, int bank, int call) {
    assertThatThrownBy(() -> new Limits(distance, week, month, grace, bank, false, call, NOTHING, NOTHING, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aThresholdIsNotNegative() {
    assertThatThrownBy(() -> new Threshold(-1, Map.of()))
        .hasMessageContaining("-1 thousandths is not");
    assertThatThrownBy(() -> new Threshold(1, Map.of("EUR", -1L)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(new Threshold(0, Map.of("EUR", 0L)).minor(Currency.getInstance("EUR"))).isZero();
  }

  @ParameterizedTest
  @CsvSource({"JPY, 12", "EUR, 1112", "KWD, 11111", "CLF, 111110"})
  void aThresholdIsRoundedUpToTheCurrency(String currency, long minor) {
    assertThat(Threshold.of(new BigDecimal("11.111")).minor(Currency.getInstance(currency)))
        .isEqualTo(minor);
  }

  @Test
  void aThresholdThatDoesNotFitIsTheMost() {
    assertThat(new Threshold(Long.MAX_VALUE, Map.of()).minor(Currency.getInstance("CLF")))
        .isEqualTo(Long.MAX_VALUE);
    assertThatThrownBy(() -> Threshold.of(new BigDecimal("0.0001")))
        .isInstanceOf(ArithmeticException.class);
  }
}
