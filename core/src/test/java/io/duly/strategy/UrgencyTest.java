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
    assertThat(priority).isEqualTo(749_722);
  }

  private static int first(long amount) {
    return aCase().withInvoice(daysAgo(5), amount, 0).decided().priority();
  }
}
