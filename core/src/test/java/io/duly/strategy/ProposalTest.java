package io.duly.strategy;

import static io.duly.strategy.CaseFixture.TODAY;
import static io.duly.strategy.CaseFixture.aCase;
import static io.duly.strategy.CaseFixture.days;
import static io.duly.strategy.CaseFixture.inDays;
import static io.duly.strategy.DecisionAssert.assertDecision;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the ladder proposes and people decide. */
class ProposalTest {

  private static CaseFixture aFinalCase() {
    return aCase().inStage(Stage.FINAL_DEMAND);
  }

  @Test
  @Tag("P36")
  void placementIsProposedAtNinetyDays() {
    assertDecision(aFinalCase().withInvoiceOverdue(days(90)).afterStep("final-demand", 30))
        .asks(TaskKind.PLACE, inDays(3))
        .about("R-1 placement 100000")
        .because(
            "P36",
            "placement with an agency is proposed for 1 invoice of 1,000.00 EUR, 90 days overdue")
        .inStage(Stage.FINAL_DEMAND);
    assertDecision(aFinalCase().withInvoiceOverdue(days(89)).afterStep("final-demand", 30))
        .waits()
        .reviewedOn(inDays(1));
  }

  @Test
  @Tag("P36")
  void placementIsProposedEvenJustAfterAContactAboutAnotherInvoice() {
    assertDecision(
            aFinalCase()
                .withInvoiceOverdue(days(90))
                .afterStep("final-demand", 30)
                .withInvoiceOverdue(days(3))
                .afterStep("first-reminder", 1)
                .contactedDaysAgo(1))
        .asks(TaskKind.PLACE, inDays(3))
        .reviewedOn(inDays(3));
  }

  @Test
  @Tag("P36")
  void aProposalIsMadeOnce() {
    assertDecision(
            aFinalCase()
                .withInvoiceOverdue(days(95))
                .afterStep("placement", 5)
                .withTask(TaskKind.PLACE, inDays(2)))
        .waits()
        .because("P36", "waits: a person decides on the task place")
        .next(NextAction.Kind.PLACE, inDays(2));
  }

  @Test
  @Tag("P36")
  void aSecondInvoiceWaitsUntilTheFirstProposalIsDecided() {
    assertDecision(
            aFinalCase()
                .withInvoiceOverdue(days(95))
                .afterStep("placement", 5)
                .withInvoiceOverdue(days(92))
                .afterStep("final-demand", 32)
                .withTask(TaskKind.PLACE, TODAY.minusDays(2)))
        .waits()
        .next(NextAction.Kind.PLACE, TODAY);
  }

  @Test
  @Tag("P32")
  void otherInvoicesGoOnWhileAPlacementIsDecided() {
    assertDecision(
            aFinalCase()
                .withInvoiceOverdue(days(95))
                .afterStep("placement", 5)
                .withInvoiceOverdue(days(1))
                .withTask(TaskKind.PLACE, inDays(2)))
        .sends("first-reminder", Channel.EMAIL)
        .about("R-2 first-reminder 100000");
  }

  @Test
  @Tag("P39")
  void aWriteOffIsProposedForApproval() {
    assertDecision(aFinalCase().withInvoiceOverdue(days(270)).afterStep("placement", 90))
        .asks(TaskKind.WRITE_OFF, inDays(14))
        .because("P39", "write-off is proposed for 1 invoice of 1,000.00 EUR, 270 days overdue");
    assertDecision(
            aFinalCase()
                .withInvoiceOverdue(days(275))
                .afterStep("write-off", 5)
                .withTask(TaskKind.WRITE_OFF, inDays(9)))
        .waits()
        .because("P39", "waits: a person decides on the task write-off");
  }

  @Test
  @Tag("P11")
  void hardStepsAgainstAValuedCustomerNeedAManager() {
    assertDecision(
            aCase()
                .inStage(Stage.NEGOTIATION)
                .worth(25_000_000)
                .withInvoiceOverdue(days(60))
                .afterStep("second-call", 15))
        .asks(TaskKind.APPROVE, inDays(3))
        .about("R-1 final-demand 100000")
        .because(
            "P11",
            "a manager decides on final-demand against a valued customer: 1 invoice of 1,000.00 EUR, 60 days overdue")
        .inStage(Stage.NEGOTIATION);
    assertDecision(
            aFinalCase()
                .worth(25_000_000)
                .withInvoiceOverdue(days(90))
                .afterStep("final-demand", 30))
        .asks(TaskKind.APPROVE, inDays(3))
        .about("R-1 placement 100000");
    assertDecision(
            aFinalCase()
                .worth(24_999_999)
                .withInvoiceOverdue(days(90))
                .afterStep("final-demand", 30))
        .asks(TaskKind.PLACE, inDays(3));
  }

  @Test
  @Tag("P11")
  void softStepsAgainstAValuedCustomerNeedNobody() {
    assertDecision(aCase().worth(25_000_000).withInvoiceOverdue(days(1)))
        .sends("first-reminder", Channel.EMAIL);
    assertDecision(
            aFinalCase().worth(25_000_000).withInvoiceOverdue(days(270)).afterStep("placement", 90))
        .asks(TaskKind.WRITE_OFF, inDays(14));
  }

  @Test
  @Tag("P11")
  void waitsForTheManager() {
    assertDecision(
            aCase()
                .inStage(Stage.NEGOTIATION)
                .worth(25_000_000)
                .withInvoiceOverdue(days(91))
                .afterStep("final-demand", 20)
                .withTask(TaskKind.APPROVE, inDays(1)))
        .waits()
        .because("P11", "waits: a person decides on the task approve")
        .next(NextAction.Kind.SEND, inDays(1));
  }

  @Test
  void aSmallAmountIsNotChased() {
    assertDecision(aCase().withInvoice(TODAY.minusDays(5), 999, 0))
        .waits()
        .because("P33", "waits: 9.99 EUR is less than 10.00 EUR, the least to chase")
        .reviewedOn(inDays(30))
        .inStage(Stage.REMINDER);
    assertDecision(aCase().withInvoice(TODAY.minusDays(5), 1000, 0))
        .sends("first-reminder", Channel.EMAIL);
  }

  @Test
  @Tag("P39")
  void aSmallAmountIsProposedForWriteOffInTheEnd() {
    assertDecision(aCase().inStage(Stage.REMINDER).withInvoice(TODAY.minusDays(270), 999, 0))
        .asks(TaskKind.WRITE_OFF, inDays(14))
        .because(
            "P39",
            "too small to chase: write-off is proposed for 1 invoice of 9.99 EUR, 270 days overdue")
        .also(
            "standard/first-reminder", "left out first-reminder: the amount is too small to chase");
  }
}
