package io.duly.strategy;

import static io.duly.strategy.CaseFixture.TODAY;
import static io.duly.strategy.CaseFixture.aCase;
import static io.duly.strategy.CaseFixture.days;
import static io.duly.strategy.CaseFixture.daysAgo;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A step is taken only where its conditions hold; they are thresholds (invariant 7). */
class ConditionsTest {

  private static Decision decide(CaseFixture given, String condition) {
    return given.decidedBy(
        PolicyReader.read(PolicyFixture.withReminder("conditions: {" + condition + "}")));
  }

  private static boolean taken(CaseFixture given, String condition) {
    return decide(given, condition).action() instanceof Decision.Send;
  }

  private static CaseFixture overdue() {
    return aCase().withInvoiceOverdue(days(5));
  }

  @Test
  void anAmountIsAtLeastItself() {
    assertThat(taken(overdue(), "amountAtLeast: 1000")).isTrue();
    assertThat(taken(overdue(), "amountAtLeast: 1000.01")).isFalse();
    assertThat(taken(overdue(), "amountBelow: 1000.01")).isTrue();
    assertThat(taken(overdue(), "amountBelow: 1000")).isFalse();
  }

  @Test
  void theAmountIsWhatIsOverdueInTheWholeCase() {
    assertThat(
            taken(
                overdue().withInvoiceOverdue(days(1)).withInvoiceDueIn(days(1)),
                "amountAtLeast: 2000"))
        .isTrue();
    assertThat(
            taken(
                overdue().withInvoiceOverdue(days(1)).withInvoiceDueIn(days(1)),
                "amountAtLeast: 2001"))
        .isFalse();
    assertThat(taken(aCase().withInvoice(daysAgo(5), 100_000, 1), "amountAtLeast: 1000")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"EUR, 100000", "JPY, 5000", "KWD, 1000000", "CLF, 10000000"})
  void anAmountMayDifferByCurrency(String currency, long minor) {
    String condition = "amountAtLeast: {other: 1000, JPY: 5000}";
    assertThat(taken(aCase().in(currency).withInvoice(daysAgo(5), minor, 0), condition)).isTrue();
    assertThat(taken(aCase().in(currency).withInvoice(daysAgo(5), minor - 1, 0), condition))
        .isFalse();
  }

  @Test
  void theRelationshipHasItsThreshold() {
    assertThat(taken(overdue().worth(50_000_00), "relationshipAtLeast: 50000")).isTrue();
    assertThat(taken(overdue().worth(49_999_99), "relationshipAtLeast: 50000")).isFalse();
    assertThat(taken(overdue(), "relationshipAtLeast: 50000")).isFalse();
    assertThat(taken(overdue().worth(49_999_99), "relationshipBelow: 50000")).isTrue();
    assertThat(taken(overdue().worth(50_000_00), "relationshipBelow: 50000")).isFalse();
    assertThat(taken(overdue(), "relationshipBelow: 50000")).isTrue();
  }

  @Test
  void theDebtorIsOfAKindACountryAndASegment() {
    assertThat(
            taken(
                overdue().whoIs(DebtorKind.CONSUMER, "NL", "retail"),
                "debtorKind: [company, consumer]"))
        .isTrue();
    assertThat(
            taken(
                overdue().whoIs(DebtorKind.UNKNOWN, "NL", "retail"),
                "debtorKind: [company, consumer]"))
        .isFalse();
    assertThat(taken(overdue().whoIs(DebtorKind.COMPANY, "NL", "retail"), "country: NL")).isTrue();
    assertThat(taken(overdue().whoIs(DebtorKind.COMPANY, "BE", "retail"), "country: [NL, DE]"))
        .isFalse();
    assertThat(taken(overdue().whoIs(DebtorKind.COMPANY, "NL", "retail"), "segment: retail"))
        .isTrue();
    assertThat(taken(overdue(), "segment: retail")).isFalse();
  }

  @Test
  void theHistoryHasItsThresholds() {
    assertThat(taken(overdue().whoPaidLate(1, 3), "lateShareAtLeast: 33")).isTrue();
    assertThat(taken(overdue().whoPaidLate(1, 3), "lateShareAtLeast: 34")).isFalse();
    assertThat(taken(overdue().whoPaidLate(0, 0), "lateShareAtLeast: 1")).isFalse();
    assertThat(taken(overdue().whoPaidLate(2, 9), "latePaymentsAtLeast: 2")).isTrue();
    assertThat(taken(overdue().whoPaidLate(1, 9), "latePaymentsAtLeast: 2")).isFalse();
    assertThat(taken(overdue().withBrokenPromises(2), "brokenPromisesAtLeast: 2")).isTrue();
    assertThat(taken(overdue().withBrokenPromises(1), "brokenPromisesAtLeast: 2")).isFalse();
    assertThat(taken(overdue(), "brokenPromisesAtLeast: 1")).isFalse();
  }

  @Test
  void theCaseIsInOneOfTheStages() {
    assertThat(taken(overdue().inStage(Stage.REMINDER), "stage: [courtesy, reminder]")).isTrue();
    assertThat(taken(overdue().inStage(Stage.REMINDER), "stage: negotiation")).isFalse();
  }

  @Test
  void ageIsWaitedForNotSkipped() {
    var decision = decide(overdue(), "ageAtLeast: 12");
    assertThat(decision.action()).isEqualTo(new Decision.Wait());
    assertThat(decision.reviewOn()).isEqualTo(TODAY.plusDays(7));
    assertThat(taken(aCase().withInvoiceOverdue(days(12)), "ageAtLeast: 12")).isTrue();
  }

  @Test
  void aLeftOutStepSaysWhichConditionDidNotHold() {
    assertThat(leftOut("amountAtLeast: 5000")).isEqualTo("at least 5,000.00 EUR is overdue");
    assertThat(leftOut("amountBelow: 50")).isEqualTo("less than 50.00 EUR is overdue");
    assertThat(leftOut("relationshipAtLeast: 50"))
        .isEqualTo("the relationship is worth 50.00 EUR or more");
    assertThat(leftOut("relationshipBelow: 0.01"))
        .isEqualTo("the relationship is worth less than 0.01 EUR");
    assertThat(leftOut("segment: [key, a]")).isEqualTo("the segment is a or key");
    assertThat(leftOut("country: FR")).isEqualTo("the country is FR");
    assertThat(leftOut("debtorKind: [consumer, sole-trader]"))
        .isEqualTo("the debtor is a consumer or sole-trader");
    assertThat(leftOut("stage: final-demand")).isEqualTo("the case is in stage final-demand");
    assertThat(leftOut("lateShareAtLeast: 50"))
        .isEqualTo("50 % or more of the settled invoices were late");
    assertThat(leftOut("latePaymentsAtLeast: 2")).isEqualTo("2 settled invoices or more came late");
    assertThat(leftOut("brokenPromisesAtLeast: 1")).isEqualTo("1 promise or more were broken");
  }

  private static String leftOut(String condition) {
    String policy =
        PolicyFixture.withReminder("conditions: {" + condition + "}")
            + "  - {id: second, kind: message, daysFromDue: 2, channel: email, tone: neutral, template: t, stage: reminder}\n";
    Decision decision = overdue().worth(1).decidedBy(PolicyReader.read(policy));
    Reason reason = decision.reasons().getLast();
    assertThat(reason.rule()).isEqualTo("test/first-reminder");
    assertThat(reason.text()).startsWith("left out first-reminder: it is taken only where ");
    return reason.text().substring("left out first-reminder: it is taken only where ".length());
  }
}
