package io.duly.strategy;

import static io.duly.strategy.CaseFixture.aCase;
import static io.duly.strategy.CaseFixture.days;
import static io.duly.strategy.CaseFixture.daysAgo;
import static io.duly.strategy.CaseFixture.inDays;
import static io.duly.strategy.DecisionAssert.assertDecision;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From nothing to the first contact. */
class FirstContactTest {

  @Test
  void opensNoCaseWhereNothingIsOpen() {
    assertDecision(aCase())
        .opensNoCase()
        .because("P33", "nothing is open any more")
        .reviewedOn(inDays(30));
  }

  @Test
  @Tag("P32")
  void opensNoCaseBeforeAnythingIsOverdue() {
    assertDecision(aCase().withInvoiceDueIn(days(3)))
        .opensNoCase()
        .because("P32", "no case yet: nothing is overdue")
        .next(NextAction.Kind.WAIT, inDays(4))
        .reviewedOn(inDays(4))
        .inStage(Stage.COURTESY);
  }

  @Test
  @Tag("P32")
  void anInvoiceThatIsDueTodayIsNotOverdue() {
    assertDecision(aCase().withInvoiceDueIn(days(0))).opensNoCase().reviewedOn(inDays(1));
  }

  @Test
  @Tag("P32")
  void remindsOnTheFirstDayOverdue() {
    assertDecision(aCase().withInvoiceOverdue(days(1)))
        .sends("first-reminder", Channel.EMAIL)
        .about("R-1 first-reminder 100000")
        .because("P32", "first contact about 1 invoice of 1,000.00 EUR, 1 day overdue")
        .also("standard/first-reminder", "invoice R-1 is 1 day or more overdue")
        .also("I6", "left out courtesy-note: the invoice is overdue already")
        .inStage(Stage.REMINDER)
        .hasPriorityFrom(700_000)
        .reviewedOn(inDays(9));
  }

  @Test
  void aLateImportBeginsWithTheFirstReminderToo() {
    assertDecision(aCase().withInvoiceOverdue(days(200)))
        .sends("first-reminder", Channel.EMAIL)
        .reviewedOn(inDays(7));
  }

  @Test
  @Tag("P05")
  void whoPaidLateBeforeGetsACourtesyNote() {
    assertDecision(aCase().whoPaidLate(3, 10).withInvoiceDueIn(days(4)))
        .sends("courtesy-note", Channel.EMAIL)
        .because(
            "P05",
            "courtesy note before the due date, as payments have come late before: 1 invoice of 1,000.00 EUR, due in 4 days")
        .also("standard/courtesy-note", "invoice R-1 is due within 4 days")
        .inStage(Stage.COURTESY)
        .hasPriorityFrom(500_000)
        .reviewedOn(inDays(5));
  }

  @Test
  @Tag("P05")
  void theCourtesyNoteStillGoesOnTheDueDayAfterADowntime() {
    assertDecision(aCase().whoPaidLate(3, 10).withInvoiceDueIn(days(0)))
        .sends("courtesy-note", Channel.EMAIL)
        .because(
            "P05",
            "courtesy note before the due date, as payments have come late before: 1 invoice of 1,000.00 EUR, due today");
  }

  @Test
  @Tag("P05")
  void whoPaidInTimeGetsNone() {
    assertDecision(aCase().whoPaidLate(2, 10).withInvoiceDueIn(days(4))).opensNoCase();
    assertDecision(aCase().whoPaidLate(1, 1).withInvoiceDueIn(days(4))).opensNoCase();
  }

  @Test
  @Tag("P05")
  void theCourtesyNoteHasItsDay() {
    assertDecision(aCase().whoPaidLate(3, 10).withInvoiceDueIn(days(6)))
        .opensNoCase()
        .reviewedOn(inDays(2));
  }

  @Test
  @Tag("P05")
  void noCaseIsOpenedForACourtesyNoteThatMayNotGo() {
    assertDecision(aCase().whoPaidLate(3, 10).withInvoiceDueIn(days(3)).contactedDaysAgo(1))
        .opensNoCase();
  }

  @Test
  @Tag("P32")
  void theReminderAfterACourtesyNoteIsStillTheFirstContact() {
    assertDecision(
            aCase()
                .inStage(Stage.COURTESY)
                .withInvoiceOverdue(1)
                .afterStep("courtesy-note", 5)
                .contactedDaysAgo(5))
        .sends("first-reminder", Channel.EMAIL)
        .onlyBecause("P32", "standard/first-reminder")
        .inStage(Stage.REMINDER)
        .hasPriorityFrom(700_000);
  }

  @Test
  void closesTheCaseWhenAllIsPaid() {
    var decision = aCase().inStage(Stage.REMINDER).withInvoice(daysAgo(5), 0, 0).decided();
    assertDecision(decision).because("P33", "nothing is open any more").inStage(Stage.CLOSED);
    assertThat(decision.action()).isInstanceOf(Decision.Close.class);
  }

  /** The standard policy chases nothing below 10 euros. */
  @Test
  void letsSmallChargesGoWithThePrincipal() {
    var paid = aCase().inStage(Stage.REMINDER).withInvoice(daysAgo(5), 0, 0).withChargesOpen(312);
    assertDecision(paid)
        .because(
            "P33",
            "nothing is open any more but charges of 3.12 EUR, which are let go: they are below the"
                + " policy's smallest amount of 10.00 EUR")
        .inStage(Stage.CLOSED);
  }

  @Test
  void asksAPersonWhatBecomesOfLargerChargesAndRemindsNobody() {
    var paid =
        aCase().inStage(Stage.REMINDER).withInvoice(daysAgo(5), 0, 0).withChargesOpen(1000);
    var decision = paid.decided();
    assertThat(decision.action())
        .isInstanceOfSatisfying(
            Decision.Ask.class,
            ask -> assertThat(ask.kind()).isEqualTo(TaskKind.REVIEW));
    assertThat(decision.reasons().getFirst().text()).contains("charges of 10.00 EUR are open");
    assertDecision(paid.withTask(TaskKind.REVIEW, inDays(3))).waits();
  }

  @Test
  void looksForMoneyFirstWhereChargesAreLeft() {
    var paid =
        aCase()
            .inStage(Stage.REMINDER)
            .withInvoice(daysAgo(5), 0, 0)
            .withChargesOpen(4000)
            .withUnallocated(4000, true);
    assertThat(paid.decided().reasons().getFirst().rule()).isEqualTo("P08");
  }

  @Test
  void aCaseInWhichNothingIsOverdueAnyMoreWaitsForTheNextInvoice() {
    assertDecision(aCase().inStage(Stage.REMINDER).withInvoiceDueIn(days(12)))
        .waits()
        .next(NextAction.Kind.WAIT, inDays(13))
        .reviewedOn(inDays(13))
        .hasPriorityFrom(0);
  }

  @Test
  void aSettledInvoiceOpensNoCase() {
    assertDecision(aCase().withInvoice(daysAgo(5), 0, 0).withInvoiceDueIn(days(5))).opensNoCase();
  }

  @Test
  void aNoteOnTheDueDayItselfIsANoteBeforeItIsOverdue() {
    String policy =
        PolicyFixture.withReminder("conditions: {latePaymentsAtLeast: 1}")
            .replace("daysFromDue: 1", "daysFromDue: 0");
    assertDecision(
            aCase().whoPaidLate(1, 1).withInvoiceDueIn(0).decidedBy(PolicyReader.read(policy)))
        .sends("first-reminder", Channel.EMAIL)
        .onlyBecause("P05", "test/first-reminder")
        .also("test/first-reminder", "invoice R-1 is due");
  }

  @Test
  void oneMessageNamesEveryInvoiceWithItsOwnStep() {
    assertDecision(
            aCase()
                .inStage(Stage.REMINDER)
                .withInvoiceOverdue(days(20))
                .afterStep("first-reminder", 15)
                .withInvoiceOverdue(days(2))
                .withInvoiceDueIn(days(3)))
        .sends("second-reminder", Channel.EMAIL)
        .about("R-1 second-reminder 100000", "R-2 first-reminder 100000")
        .because("P35", "second-reminder about 2 invoices of 2,000.00 EUR, 20 days overdue")
        .also("P32", "first contact about 1 invoice of them")
        .hasPriorityFrom(700_000);
  }

  @Test
  void aNewInvoiceDoesNotInheritAnOldOnesSeverity() {
    assertDecision(
            aCase()
                .inStage(Stage.FINAL_DEMAND)
                .withInvoiceOverdue(days(80))
                .afterStep("final-demand", 8)
                .contactedDaysAgo(8)
                .withInvoiceOverdue(days(1)))
        .sends("first-reminder", Channel.EMAIL)
        .about("R-2 first-reminder 100000")
        .inStage(Stage.FINAL_DEMAND);
  }
}
