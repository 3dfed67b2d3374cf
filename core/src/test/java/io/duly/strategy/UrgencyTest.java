package io.duly.strategy;

import static io.duly.strategy.CaseFixture.aCase;
import static io.duly.strategy.CaseFixture.days;
import static io.duly.strategy.CaseFixture.daysAgo;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The order of the worklist. */
@Tag("P33")
class UrgencyTest {

  @Test
  void moreMoneyComesFirstWithinABand() {
    assertThat(first(200_000)).isGreaterThan(first(100_000));
    assertThat(first(Long.MAX_VALUE)).isBetween(799_990, 799_999);
  }

  @Test
  void youngerMoneyComesFirstWithinABand() {
    assertThat(aCase().withInvoiceOverdue(days(5)).decided().priority())
        .isGreaterThan(aCase().withInvoiceOverdue(days(300)).decided().priority());
  }

  @Test
  void theOldestInvoiceGivesTheAge() {
    int both =
        aCase().withInvoiceOverdue(days(300)).withInvoiceOverdue(days(5)).decided().priority();
    int young =
        aCase().withInvoiceOverdue(days(5)).withInvoiceOverdue(days(5)).decided().priority();
    assertThat(both).isLessThan(young);
  }

  @Test
  void aDisputedInvoiceGivesNoAge() {
    int young = aCase().withInvoiceOverdue(days(5)).decided().priority();
    int disputed =
        aCase()
            .withInvoice(daysAgo(300), 5_000, 5_000)
            .withInvoiceOverdue(days(5))
            .decided()
            .priority();
    assertThat(disputed).isEqualTo(young);
  }

  @ParameterizedTest
  @CsvSource({"JPY, 5000", "EUR, 500000", "KWD, 5000000"})
  void theGainCountsInMajorUnits(String currency, long minor) {
    int priority =
        aCase()
            .in(currency)
            .withInvoice(daysAgo(1), minor, 0)
            .withInvoice(daysAgo(3), 0, 0)
            .decided()
            .priority();
    assertThat(priority).isEqualTo(771_284);
  }

  @Test
  void aGoodRecordComesFirstWithinABand() {
    assertThat(aCase().withInvoiceOverdue(days(60)).whoPaidLate(0, 10).decided().priority())
        .isGreaterThan(aCase().withInvoiceOverdue(days(60)).whoPaidLate(9, 10).decided().priority());
  }

  @Test
  void whatTakesLessTimeComesFirstWithinABand() {
    int call =
        aCase().withInvoiceOverdue(days(20)).contactedDaysAgo(9).withTask(TaskKind.CALL, daysAgo(0)).decided().priority();
    int draft =
        aCase().withInvoiceOverdue(days(20)).contactedDaysAgo(9).withDraftOf(daysAgo(0)).decided().priority();
    assertThat(draft).isGreaterThan(call).isBetween(500_000, 599_999);
  }

  /** The call about it is asked for once, and is to be made on the days after as well. */
  @Test
  @Tag("P34")
  void aBrokenPromiseStaysFirstUntilTheCallIsMade() {
    int priority =
        aCase().withInvoiceOverdue(days(20)).contactedDaysAgo(9).withBrokenPromises(1).withTask(TaskKind.CALL, daysAgo(0)).decided().priority();
    assertThat(priority).isBetween(900_000, 999_999);
  }

  @Test
  @Tag("P32")
  void aFirstContactStaysOneUntilItIsMade() {
    assertThat(aCase().withInvoiceOverdue(days(20)).withTask(TaskKind.CALL, daysAgo(0)).decided().priority())
        .isBetween(700_000, 799_999);
    assertThat(aCase().withInvoiceOverdue(days(20)).withDraftOf(daysAgo(0)).decided().priority())
        .isBetween(700_000, 799_999);
  }

  private static int first(long amount) {
    return aCase().withInvoice(daysAgo(5), amount, 0).decided().priority();
  }
}
