package io.duly.strategy;

import static io.duly.strategy.CaseFixture.TODAY;
import static io.duly.strategy.CaseFixture.aCase;
import static io.duly.strategy.CaseFixture.days;
import static io.duly.strategy.CaseFixture.inDays;
import static io.duly.strategy.DecisionAssert.assertDecision;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One step at a time, with a gap before each. */
class LadderTest {

  private static CaseFixture aReminderCase() {
    return aCase().inStage(Stage.REMINDER);
  }

  @Test
  @Tag("P33")
  void waitsForTheDayOfTheNextStep() {
    assertDecision(aReminderCase().withInvoiceOverdue(days(5)).afterStep("first-reminder", 4))
        .waits()
        .because(
            "standard/second-reminder",
            "waits: next step second-reminder of invoice R-1 on " + inDays(5))
        .next(NextAction.Kind.WAIT, inDays(5))
        .reviewedOn(inDays(5))
        .onlyBecause("standard/second-reminder");
  }

  @Test
  void waitsForTheGapWhenTheDayHasCome() {
    assertDecision(aReminderCase().withInvoiceOverdue(days(90)).afterStep("first-reminder", 3))
        .waits()
        .because("I6", "waits: 7 days lie between the last step and second-reminder")
        .also(
            "standard/second-reminder",
            "waits: next step second-reminder of invoice R-1 on " + inDays(4))
        .reviewedOn(inDays(4));
  }

  @Test
  void takesTheStepWhenTheGapIsOver() {
    assertDecision(aReminderCase().withInvoiceOverdue(days(90)).afterStep("first-reminder", 7))
        .sends("second-reminder", Channel.EMAIL)
        .onlyBecause("P35", "standard/second-reminder");
  }

  @Test
  void theGapCountsFromTheLastContactAsWell() {
    assertDecision(
            aReminderCase()
                .withInvoiceOverdue(days(20))
                .afterStep("first-reminder", 19)
                .contactedDaysAgo(5))
        .waits()
        .because("I6", "waits: 7 days lie between the last step and second-reminder")
        .reviewedOn(inDays(2));
  }

  @Test
  void aStepRidesAlongWithAnotherInvoicesContact() {
    assertDecision(
            aReminderCase()
                .withInvoiceOverdue(days(20))
                .afterStep("first-reminder", 19)
                .withInvoiceOverdue(days(1))
                .contactedDaysAgo(5))
        .sends("second-reminder", Channel.EMAIL)
        .about("R-1 second-reminder 100000", "R-2 first-reminder 100000");
  }

  @Test
  void callsWhenTheCallIsDue() {
    assertDecision(aReminderCase().withInvoiceOverdue(days(17)).afterStep("second-reminder", 7))
        .asks(TaskKind.CALL, TODAY)
        .about("R-1 call 100000")
        .because("P35", "call about 1 invoice of 1,000.00 EUR, 17 days overdue")
        .inStage(Stage.NEGOTIATION)
        .hasPriorityFrom(500_000)
        .reviewedOn(inDays(5));
  }

  @Test
  void theStepThatWaitedLongestGoesFirst() {
    assertDecision(
            aReminderCase()
                .withInvoiceOverdue(days(18))
                .afterStep("second-reminder", 8)
                .withInvoiceOverdue(days(20))
                .afterStep("first-reminder", 19))
        .sends("second-reminder", Channel.EMAIL)
        .about("R-2 second-reminder 100000")
        .reviewedOn(inDays(3));
    assertDecision(
            aReminderCase()
                .withInvoiceOverdue(days(20))
                .afterStep("second-reminder", 8)
                .withInvoiceOverdue(days(11))
                .afterStep("first-reminder", 10))
        .asks(TaskKind.CALL, TODAY)
        .about("R-1 call 100000");
  }

  @Test
  void ofStepsThatWaitedEquallyLongTheMessageGoesBeforeTheCall() {
    var given =
        aReminderCase()
            .withInvoiceOverdue(days(17))
            .afterStep("second-reminder", 7)
            .withInvoiceOverdue(days(10))
            .afterStep("first-reminder", 9);
    assertDecision(given)
        .sends("second-reminder", Channel.EMAIL)
        .about("R-2 second-reminder 100000");
    var turned =
        aReminderCase()
            .withInvoiceOverdue(days(10))
            .afterStep("first-reminder", 9)
            .withInvoiceOverdue(days(17))
            .afterStep("second-reminder", 7);
    assertDecision(turned)
        .sends("second-reminder", Channel.EMAIL)
        .about("R-1 second-reminder 100000");
  }

  @Test
  @Tag("P33")
  void namesTheStepThatComesFirst() {
    assertDecision(
            aReminderCase()
                .withInvoiceOverdue(days(11))
                .afterStep("second-reminder", 4)
                .withInvoiceOverdue(days(7))
                .afterStep("first-reminder", 6)
                .withInvoiceOverdue(days(6))
                .afterStep("first-reminder", 5))
        .waits()
        .because(
            "standard/second-reminder",
            "waits: next step second-reminder of invoice R-2 on " + inDays(3))
        .reviewedOn(inDays(3));
  }

  @Test
  void whatIsLeftOutIsSaidOnceForAllInvoices() {
    assertDecision(aCase().withInvoiceOverdue(days(3)).withInvoiceOverdue(days(2)))
        .onlyBecause("P32", "standard/first-reminder", "I6");
    assertDecision(
            aReminderCase()
                .reachableBy(Channel.EMAIL)
                .withInvoiceOverdue(days(60))
                .afterStep("formal-demand", 20)
                .withInvoiceOverdue(days(30))
                .afterStep("second-reminder", 20)
                .withInvoiceOverdue(days(2)))
        .sends("final-demand", Channel.EMAIL)
        .onlyBecause(
            "P35",
            "standard/final-demand",
            "P32",
            "standard/personal-call",
            "standard/second-call",
            "standard/friendly-reminder",
            "standard/call",
            "I6");
  }

  @Test
  void leavesOutAStepWhoseConditionDoesNotHold() {
    assertDecision(
            aReminderCase()
                .withInvoice(TODAY.minusDays(30), 9_000, 0)
                .afterStep("second-reminder", 20))
        .sends("formal-demand", Channel.LETTER)
        .also(
            "standard/call",
            "left out call: it is taken only where at least 100.00 EUR is overdue");
  }

  @Test
  void leavesOutACallWhereThereIsNoNumber() {
    assertDecision(
            aReminderCase()
                .reachableBy(Channel.EMAIL)
                .withInvoiceOverdue(days(30))
                .afterStep("second-reminder", 20))
        .sends("formal-demand", Channel.EMAIL)
        .also("standard/call", "left out call: the debtor cannot be reached that way");
  }

  @Test
  void writesALetterWhereThereIsNoEmail() {
    assertDecision(aCase().reachableBy(Channel.LETTER).withInvoiceOverdue(days(1)))
        .sends("first-reminder", Channel.LETTER);
  }

  @Test
  void aStepOfAnEarlierPolicyCountsForTheGapOnly() {
    assertDecision(aReminderCase().withInvoiceOverdue(days(40)).afterStep("stern-letter", 2))
        .waits()
        .also(
            "standard/first-reminder",
            "waits: next step first-reminder of invoice R-1 on " + inDays(1));
    assertDecision(aReminderCase().withInvoiceOverdue(days(40)).afterStep("stern-letter", 3))
        .sends("first-reminder", Channel.EMAIL)
        .onlyBecause("P35", "standard/first-reminder", "I6");
  }

  @Test
  void aStepCountedFromAnotherWaitsItsDaysFromThere() {
    assertDecision(firm(aReminderCase().withInvoiceOverdue(days(40)).afterStep("formal-demand", 6)))
        .waits()
        .reviewedOn(inDays(1));
    assertDecision(firm(aReminderCase().withInvoiceOverdue(days(40)).afterStep("formal-demand", 7)))
        .asks(TaskKind.CALL, TODAY)
        .about("R-1 second-call 100000")
        .also("firm/second-call", "invoice R-1: 7 days or more have passed since formal-demand");
  }

  @Test
  void aStepCountedFromAnotherIsNotPutOffByAThird() {
    assertDecision(
            firm(
                aReminderCase()
                    .withInvoiceOverdue(days(40))
                    .afterStep("formal-demand", 8)
                    .afterStep("stern-letter", 5)))
        .asks(TaskKind.CALL, TODAY);
  }

  @Test
  void aStepCountedFromOneThatWasLeftOutCountsFromTheDueDate() {
    Policy policy =
        PolicyReader.read(
            PolicyFixture.withReminder("conditions: {amountAtLeast: 5000}")
                + "  - {id: next, kind: call, afterStep: first-reminder, days: 7, stage: reminder}\n");
    assertDecision(aCase().withInvoiceOverdue(days(6)).decidedBy(policy))
        .waits()
        .reviewedOn(inDays(1));
    assertDecision(aCase().withInvoiceOverdue(days(7)).decidedBy(policy))
        .asks(TaskKind.CALL, TODAY);
  }

  @Test
  @Tag("P33")
  void aPersonLooksWhenTheLadderIsAtItsEnd() {
    assertDecision(
            aCase()
                .inStage(Stage.FINAL_DEMAND)
                .withInvoiceOverdue(days(400))
                .afterStep("write-off", 30))
        .asks(TaskKind.REVIEW, inDays(30))
        .because("P33", "policy standard has no further step: a person looks at the case")
        .reviewedOn(inDays(30));
    assertDecision(
            aCase()
                .inStage(Stage.FINAL_DEMAND)
                .withInvoiceOverdue(days(400))
                .afterStep("write-off", 30)
                .withTask(TaskKind.REVIEW, inDays(12)))
        .waits()
        .next(NextAction.Kind.REVIEW, inDays(12))
        .reviewedOn(inDays(12));
  }

  private static Decision firm(CaseFixture given) {
    return given.decidedBy(Policies.shipped("firm"));
  }
}
