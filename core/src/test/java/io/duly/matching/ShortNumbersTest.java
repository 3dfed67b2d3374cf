package io.duly.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that are so short that they could be anything, among many invoices of one amount. */
@Tag("P08")
class ShortNumbersTest {
  private final Counter counter = new Counter();

  ShortNumbersTest() {
    for (int n = 1; n <= 300; n++) {
      counter.debtor(Integer.toString(70_000 + n), "Debtor " + n + " Ltd").owes(Integer.toString(70_000 + n), "R-" + n, "120.00");
    }
    counter.debtor("80001", "Another Ltd").owes("80001", "7", "120.00").owes("80001", "R-900", "55.00");
  }

  @ParameterizedTest
  @ValueSource(strings = {"R-1", "r-1 thanks", "payment of R 1", "R1", "order R-1", "many thanks (R/1)", "invoice R-1"})
  void aShortNumberAndTheExactAmountOfItsInvoiceNameTheDebtorAtLeast(String text) {
    var match = counter.match("120.00", "", text);
    assertThat(match).isNotInstanceOf(Match.Sure.class);
    assertThat(match.suspects()).extracting(Match.Suspect::debtor).contains(counter.id("70001"));
  }

  @Test
  void aNumberOfOneDigitIsOneToo() {
    assertThat(counter.match("120.00", "", "for 7").suspects()).extracting(Match.Suspect::debtor).containsExactly(counter.id("80001"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"XR-1", "R-1X", "R1X", "thanks", "120,00 EUR", "R-900"})
  void whatIsAPartOfAnotherWordOrOfAnotherAmountNamesNobody(String text) {
    assertThat(counter.match("120.00", "", text).suspects()).extracting(Match.Suspect::debtor).doesNotContain(counter.id("70001"));
  }

  @Test
  void theShortNumberOfAnInvoiceOfAnotherAmountNamesNobody() {
    assertThat(counter.match("44.00", "", "R-1")).isEqualTo(new Match.Nothing());
  }
}
