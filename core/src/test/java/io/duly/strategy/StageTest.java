package io.duly.strategy;

import static io.duly.strategy.CaseFixture.aCase;
import static io.duly.strategy.CaseFixture.days;
import static io.duly.strategy.CaseFixture.daysAgo;
import static io.duly.strategy.DecisionAssert.assertDecision;

import org.junit.jupiter.api.Test;

class StageTest {

  @Test
  void goesForwardWithTheSteps() {
    assertDecision(
            aCase()
                .inStage(Stage.NEGOTIATION)
                .withInvoiceOverdue(days(60))
                .afterStep("second-call", 15))
        .sends("final-demand", Channel.LETTER)
        .inStage(Stage.FINAL_DEMAND);
  }

  @Test
  void aCourtesyCaseIsARemindedOneFromTheFirstDayOverdue() {
    assertDecision(
            aCase()
                .inStage(Stage.COURTESY)
                .withInvoiceOverdue(days(1))
                .withOpenEndedHold(HoldKind.MANUAL))
        .inStage(Stage.REMINDER);
  }

  @Test
  void doesNotGoBackWhileASevereInvoiceIsOpen() {
    assertDecision(
            aCase()
                .inStage(Stage.FINAL_DEMAND)
                .withInvoiceOverdue(days(70))
                .afterStep("final-demand", 2)
                .withInvoiceOverdue(days(8))
                .afterStep("first-reminder", 2))
        .inStage(Stage.FINAL_DEMAND);
  }

  @Test
  void goesBackWhenTheSevereInvoicesAreSettled() {
    assertDecision(
            aCase()
                .inStage(Stage.FINAL_DEMAND)
                .withInvoice(daysAgo(70), 0, 0)
                .afterStep("final-demand", 2)
                .withInvoiceOverdue(days(40))
                .afterStep("formal-demand", 2)
                .withInvoiceOverdue(days(8))
                .afterStep("first-reminder", 2))
        .inStage(Stage.NEGOTIATION);
  }

  @Test
  void doesNotGoBackOnStepsOfAnEarlierPolicy() {
    assertDecision(
            aCase()
                .inStage(Stage.FINAL_DEMAND)
                .withInvoiceOverdue(days(70))
                .afterStep("stern-letter", 2))
        .inStage(Stage.FINAL_DEMAND);
  }

  @Test
  void aReminderCaseStaysOneWhenNothingIsOverdueAnyMore() {
    assertDecision(aCase().inStage(Stage.REMINDER).withInvoiceDueIn(days(9)))
        .inStage(Stage.REMINDER);
  }

  @Test
  void theFirstStepOfThePolicyIsKnown() {
    assertDecision(
            aCase()
                .inStage(Stage.FINAL_DEMAND)
                .withInvoiceOverdue(days(1))
                .afterStep("courtesy-note", 1))
        .waits()
        .inStage(Stage.REMINDER);
  }

  @Test
  void aClosedCaseCountsAsNone() {
    assertDecision(aCase().inStage(Stage.CLOSED).withInvoiceDueIn(days(9))).opensNoCase();
    assertDecision(aCase().inStage(Stage.CLOSED).withInvoiceOverdue(days(9)))
        .inStage(Stage.REMINDER);
  }
}
