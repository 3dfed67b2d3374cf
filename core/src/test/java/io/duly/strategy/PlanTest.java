package io.duly.strategy;

import static io.duly.strategy.CaseFixture.TODAY;
import static io.duly.strategy.CaseFixture.aCase;
import static io.duly.strategy.CaseFixture.daysAgo;
import static io.duly.strategy.CaseFixture.inDays;
import static io.duly.strategy.DecisionAssert.assertDecision;
import static org.assertj.core.api.Assertions.assertThat;

import io.duly.plans.OnMiss;
import io.duly.plans.RunningPlan.Course;
import io.duly.strategy.Decision.PromiseVerdict.Outcome;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P28")
class PlanTest {
  private static CaseFixture reminded() {
    return aCase().inStage(Stage.REMINDER).withInvoiceOverdue(40).afterStep("first-reminder", 39);
  }

  @Test
  void nobodyIsAskedForWhatAPlanIsAboutWhileItRuns() {
    assertDecision(reminded().withPlan(inDays(5), 0, OnMiss.ONE_GRACE)).waits().because("P34", "waits: promise of 500.00 EUR due 2026-11-28").reviewedOn(inDays(9));
  }

  @Test
  void whatElseIsOverdueIsAskedForMeanwhileAndThatAlone() {
    var decision = reminded().withPlan(inDays(5), 0, OnMiss.ONE_GRACE).withInvoiceOverdue(1).decided();
    assertDecision(decision).sends("first-reminder", Channel.EMAIL).about("R-2 first-reminder 100000");
    assertThat(decision.plan()).contains(new Course.Runs(0));
  }

  @Test
  void aMissedInstalmentIsJudgedCalledAboutAndHasItsGrace() {
    var decision = reminded().withPlan(daysAgo(4), 0, OnMiss.ONE_GRACE).decided();
    assertDecision(decision)
        .asks(TaskKind.CALL, TODAY)
        .because("P34", "call now: 500.00 EUR was promised for 2026-11-19 and nothing has come")
        .also("P28", "instalment 1 of 2 (the last 2026-12-19) was missed; by the plan it may come until 2026-11-30")
        .judges(Outcome.BROKEN);
    assertThat(decision.plan()).contains(new Course.Grace(0, inDays(7)));
  }

  @Test
  void duringItsGraceTheCaseWaits() {
    assertDecision(reminded().withPlan(daysAgo(6), 0, OnMiss.ONE_GRACE).inGraceUntil(inDays(5)))
        .waits()
        .because("P28", "waits: instalment 1 of 2 (the last 2026-12-17) was missed; by the plan it may come until 2026-11-28")
        .reviewedOn(inDays(6));
  }

  @Test
  void whenTheGraceIsOverAllFallsDueAndTheyAreCalled() {
    var decision = reminded().withPlan(daysAgo(12), 0, OnMiss.ONE_GRACE).inGraceUntil(daysAgo(1)).decided();
    assertDecision(decision).asks(TaskKind.CALL, TODAY).because("P28", "call now: instalment 1 of 2 (the last 2026-12-11) was missed; by the plan all that is left falls due");
    assertThat(decision.plan()).contains(new Course.FallsDue(0));
  }

  @Test
  void nothingIsSaidToBeMissedWhileMoneyLiesUnallocatedOrAHoldIsInForce() {
    assertThat(reminded().withPlan(daysAgo(4), 0, OnMiss.FALLS_DUE).withUnallocated(50_000, true).decided().plan()).isEmpty();
    assertThat(reminded().withPlan(daysAgo(4), 0, OnMiss.FALLS_DUE).withHold(HoldKind.HARDSHIP, inDays(30)).decided().plan()).isEmpty();
  }

  @Test
  void afterAnInstalmentCameTheNextIsAwaitedInPeace() {
    var decision = reminded().withPlan(daysAgo(1), 50_000, OnMiss.ONE_GRACE).decided();
    assertDecision(decision).waits().judges(Outcome.KEPT);
    assertThat(decision.plan()).contains(new Course.Runs(1));
  }
}
