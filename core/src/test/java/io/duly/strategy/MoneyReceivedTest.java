package io.duly.strategy;

import static io.duly.strategy.CaseFixture.TODAY;
import static io.duly.strategy.CaseFixture.aCase;
import static io.duly.strategy.CaseFixture.days;
import static io.duly.strategy.CaseFixture.daysAgo;
import static io.duly.strategy.CaseFixture.inDays;
import static io.duly.strategy.DecisionAssert.assertDecision;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Has it been paid? */
@Tag("P08")
class MoneyReceivedTest {

  @Test
  void nobodyIsContactedWhileMoneyIsNotAllocated() {
    assertDecision(aCase().withInvoiceOverdue(days(5)).withUnallocated(5_000, false))
        .asks(TaskKind.ALLOCATE, TODAY)
        .because(
            "P08",
            "waits: 50.00 EUR received 2026-11-22 could be this debtor's and is not allocated yet")
        .hasPriorityFrom(800_000);
  }

  @Test
  void aCreditNoteIsSetAgainstAnInvoiceBeforeMoreIsAskedThanIsOwed() {
    assertDecision(aCase().withInvoiceOverdue(days(5)).withUnallocatedCredit(5_000))
        .asks(TaskKind.ALLOCATE, TODAY)
        .because(
            "P08",
            "waits: 50.00 EUR credited 2026-11-22 is this debtor's and is not allocated yet");
  }

  @Test
  void certainMoneyIsNamedFirst() {
    assertDecision(
            aCase()
                .withInvoiceOverdue(days(5))
                .withUnallocated(5_000, false)
                .withUnallocated(7_000, true)
                .withUnallocated(8_000, true))
        .because(
            "P08",
            "waits: 70.00 EUR received 2026-11-22 is this debtor's and is not allocated yet");
  }

  @Test
  void thePersonIsAskedOnce() {
    assertDecision(
            aCase()
                .withInvoiceOverdue(days(5))
                .withUnallocated(5_000, true)
                .withTask(TaskKind.ALLOCATE, daysAgo(3)))
        .waits()
        .next(NextAction.Kind.ALLOCATE, TODAY)
        .hasPriorityFrom(800_000);
  }

  @Test
  void aReceiptOfNothingHoldsNobodyUp() {
    assertDecision(aCase().withInvoiceOverdue(days(5)).withUnallocated(0, true))
        .sends("first-reminder", Channel.EMAIL);
  }

  @Test
  void nobodyIsContactedOnOldBankData() {
    assertDecision(aCase().withInvoiceOverdue(days(5)).withBankDataOf(daysAgo(6)))
        .waits()
        .because("P08", "waits: bank data is of 2026-11-17; it may be 3 banking days old")
        .reviewedOn(inDays(1));
    assertDecision(aCase().withInvoiceOverdue(days(5)).withBankDataOf(daysAgo(5)))
        .sends("first-reminder", Channel.EMAIL);
  }

  @Test
  void neverChasesAPaidInvoice() {
    assertDecision(aCase().withInvoice(daysAgo(5), 0, 0).withInvoiceOverdue(days(1)))
        .sends("first-reminder", Channel.EMAIL)
        .about("R-2 first-reminder 100000");
  }
}
