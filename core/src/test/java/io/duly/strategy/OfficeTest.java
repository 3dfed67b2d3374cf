package io.duly.strategy;

import static io.duly.strategy.CaseFixture.TODAY;
import static io.duly.strategy.CaseFixture.aCase;
import static io.duly.strategy.CaseFixture.days;
import static io.duly.strategy.CaseFixture.daysAgo;
import static io.duly.strategy.CaseFixture.inDays;
import static io.duly.strategy.DecisionAssert.assertDecision;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** When it is our own turn. */
class OfficeTest {

  @Test
  @Tag("P13")
  void waitsForADraftThatHasNotLeft() {
    assertDecision(aCase().withInvoiceOverdue(days(5)).withDraftOf(daysAgo(1)))
        .waits()
        .because("P13", "waits: a message of 2026-11-22 to this debtor has not left yet")
        .next(NextAction.Kind.SEND, TODAY)
        .hasPriorityFrom(700_000)
        .reviewedOn(inDays(1));
  }

  @Test
  @Tag("P16")
  void answersBeforeItAsksAgain() {
    assertDecision(
            aCase()
                .withInvoiceOverdue(days(5))
                .withTask(TaskKind.REPLY, inDays(2))
                .withTask(TaskKind.REPLY, inDays(1)))
        .waits()
        .because("P16", "waits: we owe the debtor an answer, due 2026-11-24")
        .next(NextAction.Kind.VERIFY, inDays(1))
        .hasPriorityFrom(800_000)
        .reviewedOn(inDays(1));
  }

  @Test
  @Tag("P33")
  void waitsForACallButNotForEver() {
    assertDecision(aCase().withInvoiceOverdue(days(5)).withTask(TaskKind.CALL, daysAgo(4)))
        .waits()
        .because("P33", "waits: a call is to be made, due 2026-11-19")
        .next(NextAction.Kind.CALL, TODAY)
        .hasPriorityFrom(700_000)
        .reviewedOn(inDays(1));
    assertDecision(aCase().withInvoiceOverdue(days(5)).withTask(TaskKind.CALL, daysAgo(5)))
        .sends("first-reminder", Channel.EMAIL);
  }

  @Test
  @Tag("P06")
  void aCallForWhichThereIsNoNumberAsksForOneAndOtherWaysGoOn() {
    assertDecision(aCase().reachableBy(Channel.EMAIL).withInvoiceOverdue(days(5)).withTask(TaskKind.CALL, daysAgo(1)))
        .asks(TaskKind.COMPLETE_FILE, TODAY)
        .because("P06", "a call is to be made and there is no number that may be called: find one, or another contact")
        .reviewedOn(inDays(1));
    assertDecision(
            aCase().reachableBy(Channel.EMAIL).withInvoiceOverdue(days(5)).withTask(TaskKind.CALL, daysAgo(1)).withTask(TaskKind.COMPLETE_FILE, TODAY))
        .sends("first-reminder", Channel.EMAIL);
  }

  @Test
  @Tag("P33")
  void aCallOfALaterDaySinksUntilThen() {
    assertDecision(aCase().withInvoiceOverdue(days(5)).withTask(TaskKind.CALL, inDays(3)))
        .waits()
        .next(NextAction.Kind.CALL, inDays(3))
        .hasPriorityFrom(0)
        .reviewedOn(inDays(3));
  }

  @Test
  void aCallThatNobodyMadeIsNotAskedForTwice() {
    assertDecision(
            aCase()
                .inStage(Stage.NEGOTIATION)
                .withInvoiceOverdue(days(45))
                .afterStep("formal-demand", 15)
                .withTask(TaskKind.CALL, daysAgo(20)))
        .waits()
        .also(
            "standard/final-demand",
            "waits: next step final-demand of invoice R-1 on " + inDays(15));
    assertDecision(
            aCase()
                .inStage(Stage.NEGOTIATION)
                .withInvoiceOverdue(days(60))
                .afterStep("formal-demand", 15)
                .withTask(TaskKind.CALL, daysAgo(20)))
        .sends("final-demand", Channel.LETTER)
        .also(
            "standard/second-call",
            "left out second-call: a call that was asked for earlier has not been made");
  }

  @Test
  @Tag("P26")
  void aWhollyDisputedCaseIsAnsweredNotChased() {
    assertDecision(aCase().withInvoice(daysAgo(5), 40_000, 40_000))
        .asks(TaskKind.VERIFY, inDays(3))
        .because("P26", "waits: all of 400.00 EUR is disputed and our answer is owed")
        .hasPriorityFrom(800_000)
        .inStage(Stage.REMINDER);
    assertDecision(
            aCase().withInvoice(daysAgo(5), 40_000, 40_000).withTask(TaskKind.VERIFY, inDays(2)))
        .waits()
        .next(NextAction.Kind.VERIFY, inDays(2));
  }

  @Test
  @Tag("P26")
  void theUndisputedPartIsChased() {
    assertDecision(
            aCase().withInvoice(daysAgo(5), 40_000, 15_000).withInvoice(daysAgo(6), 20_000, 20_000))
        .sends("first-reminder", Channel.EMAIL)
        .about("R-1 first-reminder 25000")
        .also("P26", "the disputed part of 350.00 EUR is neither chased nor counted")
        .reviewedOn(inDays(1));
  }

  @Test
  @Tag("P26")
  void theDisputedPartIsAnsweredOnADayWithoutAStep() {
    CaseFixture waiting =
        aCase().withInvoice(daysAgo(5), 40_000, 15_000).contactedDaysAgo(1);
    assertDecision(waiting)
        .asks(TaskKind.VERIFY, inDays(3))
        .because("P26", "150.00 EUR is disputed and our answer is owed")
        .also("P13", "waits: contacts are 3 days apart, at most 2 in 7 days and 6 in 30")
        .reviewedOn(inDays(2))
        .hasPriorityFrom(800_000);
    assertDecision(waiting.withTask(TaskKind.VERIFY, inDays(2)))
        .waits()
        .next(NextAction.Kind.VERIFY, inDays(2));
  }

  @Test
  @Tag("P26")
  void aLateAnswerComesBeforeOtherWorkAndHoldsNothingUp() {
    CaseFixture waiting =
        aCase().withInvoice(daysAgo(5), 40_000, 15_000).contactedDaysAgo(1);
    assertDecision(waiting.withTask(TaskKind.VERIFY, daysAgo(2)))
        .waits()
        .because("P26", "waits: 150.00 EUR is disputed and what our answer needs, due " + daysAgo(2) + ", is late")
        .next(NextAction.Kind.VERIFY, inDays(0))
        .hasPriorityFrom(800_000);
    assertDecision(
            aCase().withInvoice(daysAgo(5), 40_000, 15_000).withTask(TaskKind.VERIFY, daysAgo(2)))
        .sends("first-reminder", Channel.EMAIL)
        .about("R-1 first-reminder 25000");
  }

  @Test
  @Tag("P06")
  void theFileIsCompletedWhereNobodyCanBeReached() {
    assertDecision(aCase().reachableBy().withInvoiceOverdue(days(5)))
        .asks(TaskKind.COMPLETE_FILE, inDays(3))
        .because(
            "P06",
            "the debtor cannot be reached in any way that the policy uses: find an address or a number")
        .reviewedOn(inDays(1))
        .hasPriorityFrom(500_000);
    assertDecision(aCase().reachableBy(Channel.SMS).withInvoiceOverdue(days(5)))
        .asks(TaskKind.COMPLETE_FILE, inDays(3));
    assertDecision(
            aCase()
                .reachableBy()
                .withInvoiceOverdue(days(5))
                .withTask(TaskKind.COMPLETE_FILE, inDays(2)))
        .waits()
        .because("P06", "waits: the debtor cannot be reached until the file is complete")
        .next(NextAction.Kind.REVIEW, inDays(2));
    assertDecision(aCase().reachableBy(Channel.CALL).withInvoiceOverdue(days(17)))
        .asks(TaskKind.CALL, TODAY)
        .because(
            "P32", "first contact, by phone, about 1 invoice of 1,000.00 EUR, 17 days overdue");
  }

  @Test
  @Tag("P36")
  void whoCannotBeReachedIsStillProposedForPlacement() {
    assertDecision(
            aCase()
                .reachableBy()
                .withInvoiceOverdue(days(90))
                .withTask(TaskKind.COMPLETE_FILE, inDays(2)))
        .asks(TaskKind.PLACE, inDays(3))
        .also(
            "standard/final-demand",
            "left out final-demand: the debtor cannot be reached that way");
  }

  @Test
  void aSmallAmountNeedsNoAddress() {
    assertDecision(aCase().reachableBy().withInvoice(daysAgo(5), 500, 0)).waits();
  }

  @Test
  @Tag("P37")
  void aPlacedCaseIsReviewedEveryMonth() {
    assertDecision(aCase().inStage(Stage.PLACED).withInvoiceOverdue(days(120)))
        .asks(TaskKind.REVIEW, inDays(30))
        .because("P37", "waits: the case is placed with an agency")
        .inStage(Stage.PLACED);
    assertDecision(
            aCase()
                .inStage(Stage.LEGAL)
                .withInvoiceOverdue(days(120))
                .withTask(TaskKind.REVIEW, inDays(4)))
        .waits()
        .because("P38", "waits: the case is in court")
        .next(NextAction.Kind.REVIEW, inDays(4));
  }
}
