package io.duly.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.strategy.Decision.Line;
import io.duly.strategy.Decision.PromiseVerdict.Outcome;
import java.time.LocalDate;
import java.util.List;

/** Says in words what a decision is expected to be. */
record DecisionAssert(Decision decision) {

  static DecisionAssert assertDecision(CaseFixture given) {
    return new DecisionAssert(given.decided());
  }

  static DecisionAssert assertDecision(Decision decision) {
    return new DecisionAssert(decision);
  }

  DecisionAssert sends(String step, Channel channel) {
    assertThat(decision.action())
        .isInstanceOfSatisfying(
            Decision.Send.class,
            sent -> {
              assertThat(sent.step()).isEqualTo(step);
              assertThat(sent.channel()).isEqualTo(channel);
            });
    assertThat(decision.next()).isEqualTo(new NextAction(NextAction.Kind.SEND, CaseFixture.TODAY));
    return this;
  }

  DecisionAssert asks(TaskKind kind, LocalDate dueOn) {
    assertThat(decision.action())
        .isInstanceOfSatisfying(
            Decision.Ask.class,
            ask -> {
              assertThat(ask.kind()).isEqualTo(kind);
              assertThat(ask.dueOn()).isEqualTo(dueOn);
            });
    assertThat(decision.next()).isEqualTo(new NextAction(Work.of(kind), dueOn));
    return this;
  }

  DecisionAssert waits() {
    assertThat(decision.action()).isEqualTo(new Decision.Wait());
    return this;
  }

  DecisionAssert opensNoCase() {
    assertThat(decision.action()).isEqualTo(new Decision.None());
    return this;
  }

  /** The lines in order, as {@code "R-1 first-reminder 1000.00"} without the decimal point. */
  DecisionAssert about(String... lines) {
    assertThat(
            lines().stream()
                .map(line ->
                    "R-"
                        + line.invoice().getLeastSignificantBits()
                        + " "
                        + line.step()
                        + " "
                        + line.amount()))
        .containsExactly(lines);
    return this;
  }

  private List<Line> lines() {
    return switch (decision.action()) {
      case Decision.Send sent -> sent.lines();
      case Decision.Ask ask -> ask.lines();
      case Decision.Wait _, Decision.Close _, Decision.None _ -> List.of();
    };
  }

  /** The reason that decided. */
  DecisionAssert because(String rule, String text) {
    assertThat(decision.reasons().getFirst()).isEqualTo(new Reason(rule, text));
    return this;
  }

  /** A reason among the others. */
  DecisionAssert also(String rule, String text) {
    assertThat(decision.reasons()).contains(new Reason(rule, text));
    return this;
  }

  DecisionAssert onlyBecause(String... rules) {
    assertThat(decision.reasons()).extracting(Reason::rule).containsExactly(rules);
    return this;
  }

  DecisionAssert next(NextAction.Kind kind, LocalDate on) {
    assertThat(decision.next()).isEqualTo(new NextAction(kind, on));
    return this;
  }

  DecisionAssert reviewedOn(LocalDate day) {
    assertThat(decision.reviewOn()).isEqualTo(day);
    return this;
  }

  DecisionAssert inStage(Stage stage) {
    assertThat(decision.stage()).isEqualTo(stage);
    return this;
  }

  DecisionAssert judges(Outcome... outcomes) {
    assertThat(decision.promises())
        .extracting(Decision.PromiseVerdict::outcome)
        .containsExactly(outcomes);
    return this;
  }

  DecisionAssert hasPriorityFrom(int least) {
    assertThat(decision.priority()).isBetween(least, least + 99_999);
    return this;
  }
}
