package io.duly.strategy;

import static io.duly.strategy.CaseFixture.TODAY;
import static io.duly.strategy.CaseFixture.aCase;
import static io.duly.strategy.CaseFixture.days;
import static io.duly.strategy.CaseFixture.daysAgo;
import static io.duly.strategy.CaseFixture.inDays;
import static io.duly.strategy.DecisionAssert.assertDecision;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever was given breathing space is taken up again by a person, and gently. */
@Tag("P17")
class CareTest {
  private static CaseFixture anAccountAfterBreathingSpace() {
    return aCase().inStage(Stage.NEGOTIATION).withInvoiceOverdue(days(80)).afterStep("first-reminder", 70).afterBreathingSpace(1);
  }

  @Test
  void onTheDayAfterItAPersonIsAskedToLookAndNobodyIsWrittenTo() {
    assertDecision(anAccountAfterBreathingSpace().nobodyHasLooked())
        .asks(TaskKind.REVIEW, TODAY)
        .because("P17", "waits: breathing space was over on 2026-11-22, and a person looks how to go on")
        .reviewedOn(inDays(1));
  }

  @Test
  void asLongAsTheLookIsOwedItIsWaitedFor() {
    assertDecision(anAccountAfterBreathingSpace().nobodyHasLooked().withTask(TaskKind.REVIEW, daysAgo(3)).andBrokenPromise())
        .waits()
        .judges();
  }

  @Test
  void whatTheDebtorHearsFirstIsGentleAndNamesAllThatIsOverdue() {
    assertDecision(anAccountAfterBreathingSpace().withInvoiceOverdue(days(30)).withInvoiceDueIn(5))
        .sends("gentle-2026-11-22", Channel.EMAIL)
        .about("R-1 gentle-2026-11-22 100000", "R-2 gentle-2026-11-22 100000")
        .because("P17", "taken up again gently after breathing space until 2026-11-22: 2 invoices")
        .inStage(Stage.REMINDER);
  }

  @Test
  void whoCanOnlyBeReachedByTelephoneIsCalledGently() {
    assertDecision(anAccountAfterBreathingSpace().reachableBy(Channel.CALL)).asks(TaskKind.CALL, TODAY).about("R-1 gentle-2026-11-22 100000");
  }

  @Test
  void aContactOfYesterdayIsLetRestFirst() {
    assertDecision(anAccountAfterBreathingSpace().contactedDaysAgo(1)).waits().judges();
  }

  @Test
  void afterwardsTheLadderGoesOnFromWhereItWas() {
    assertDecision(anAccountAfterBreathingSpace().afterStep("gentle-2026-11-22", 20).takenUpAgain()).sends("second-reminder", Channel.EMAIL);
  }

  @Test
  void hardStepsNeedAManagerAsLongAsTheRecordStands() {
    var longAgo = aCase().inStage(Stage.NEGOTIATION).withInvoiceOverdue(days(120)).afterStep("formal-demand", 30).afterStep("second-call", 20).afterBreathingSpace(60).takenUpAgain();
    assertDecision(longAgo).asks(TaskKind.APPROVE, inDays(3)).because("P11", "a manager decides on final-demand against somebody to be treated with care: 1 invoice of 1,000.00 EUR, 120 days overdue");
    assertDecision(longAgo.wellAgain()).sends("final-demand", Channel.LETTER);
  }

  @Test
  void breathingSpaceOfAnEarlierCaseIsOver() {
    assertDecision(aCase().inStage(Stage.REMINDER).withInvoiceOverdue(days(5)).afterBreathingSpace(150).nobodyHasLooked().wellAgain()).sends("first-reminder", Channel.EMAIL);
  }
}
