package io.duly.strategy;

import static io.duly.strategy.CaseFixture.aCase;
import static io.duly.strategy.CaseFixture.days;
import static io.duly.strategy.CaseFixture.inDays;
import static io.duly.strategy.DecisionAssert.assertDecision;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P13")
class ContactCapsTest {

  @Test
  void neverTwiceOnADay() {
    assertDecision(aCase().withInvoiceOverdue(days(1)).contactedDaysAgo(0))
        .waits()
        .because("P13", "waits: contacts are 3 days apart, at most 2 in 7 days and 6 in 30")
        .also(
            "standard/first-reminder",
            "waits: next step first-reminder of invoice R-1 on " + inDays(3))
        .reviewedOn(inDays(3));
  }

  @Test
  void keepsTheDistanceBetweenContacts() {
    assertDecision(aCase().withInvoiceOverdue(days(1)).contactedDaysAgo(2))
        .waits()
        .reviewedOn(inDays(1));
    assertDecision(aCase().withInvoiceOverdue(days(1)).contactedDaysAgo(3))
        .sends("first-reminder", Channel.EMAIL);
  }

  @Test
  void knowsTheLastContactByItself() {
    assertDecision(aCase().withInvoiceOverdue(days(1)).lastContactedDaysAgo(1))
        .waits()
        .reviewedOn(inDays(2));
    var longAgo = aCase().withInvoiceOverdue(days(1)).contactedDaysAgo(1).lastContactedDaysAgo(20);
    assertDecision(longAgo).waits().reviewedOn(inDays(2));
  }

  @Test
  void keepsTheCapOfSevenDays() {
    assertDecision(aCase().withInvoiceOverdue(days(1)).contactedDaysAgo(6, 3))
        .waits()
        .reviewedOn(inDays(1));
    assertDecision(aCase().withInvoiceOverdue(days(1)).contactedDaysAgo(7, 3))
        .sends("first-reminder", Channel.EMAIL);
  }

  @Test
  void keepsTheCapOfThirtyDays() {
    assertDecision(aCase().withInvoiceOverdue(days(1)).contactedDaysAgo(27, 25, 20, 15, 10, 5))
        .waits()
        .reviewedOn(inDays(3));
    assertDecision(aCase().withInvoiceOverdue(days(1)).contactedDaysAgo(30, 25, 20, 15, 10, 5))
        .sends("first-reminder", Channel.EMAIL);
  }

  @Test
  void aCallOfTheLadderKeepsThemToo() {
    assertDecision(
            aCase()
                .withInvoiceOverdue(days(17))
                .afterStep("second-reminder", 7)
                .contactedDaysAgo(2))
        .waits();
  }
}
