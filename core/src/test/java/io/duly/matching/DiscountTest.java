package io.duly.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Discounts for early payment and small bank charges. Payments come on 2026-11-20. */
@Tag("P08")
class DiscountTest {
  private static Counter counter() {
    return new Counter().debtor("D1", "Bäckerei Sommer OHG");
  }

  @Test
  void aGrantedDiscountTakenInTimeSettlesTheInvoice() {
    var counter = counter().grants("D1", "RE-2026-04711", "119.00", "2026-11-20", "2.38");
    assertThat(counter.said(counter.match("116.62", "Baeckerei Sommer", "RE-2026-04711"))).isEqualTo("sure discount RE-2026-04711=116.62 and 2.38 discount");
  }

  @Test
  void aCentMayBeLostInRounding() {
    var counter = counter().grants("D1", "RE-2026-04711", "119.00", "2026-11-20", "2.38");
    assertThat(counter.said(counter.match("116.63", "Baeckerei Sommer", "RE-2026-04711"))).isEqualTo("sure discount RE-2026-04711=116.63 and 2.37 discount");
  }

  @Test
  void takenTooLateWaitsAndAPersonMayGrantItOrNot() {
    var counter = counter().grants("D1", "RE-2026-04711", "119.00", "2026-11-15", "2.38");
    var match = counter.match("116.62", "Baeckerei Sommer", "RE-2026-04711");
    assertThat(counter.said(match)).isEqualTo("likely discount RE-2026-04711=116.62 and 2.38 discount");
    var likely = (Match.Likely) match;
    assertThat(likely.proposals()).hasSize(2);
    assertThat(likely.proposals().getFirst().whys()).contains(Why.of(Why.Code.DISCOUNT_LATE, "2.38", "5", "2026-11-15"));
    assertThat(likely.proposals().getLast().parts().getFirst().letGo()).isEmpty();
    assertThat(likely.suspects()).hasSize(1);
  }

  @Test
  void daysOfGraceGrantIt() {
    var counter = counter().grants("D1", "RE-2026-04711", "119.00", "2026-11-15", "2.38").lets(new Tolerance(Optional.empty(), 5, Optional.empty()));
    assertThat(counter.said(counter.match("116.62", "Baeckerei Sommer", "RE-2026-04711"))).isEqualTo("sure discount RE-2026-04711=116.62 and 2.38 discount");
  }

  @ParameterizedTest
  @CsvSource({"115.43, 3.57", "116.62, 2.38"})
  void ofSeveralDiscountsItIsTheOneThatWasTaken(String paid, String less) {
    var counter = counter().grants("D1", "RE-2026-04711", "119.00", "2026-11-15", "3.57", "2026-11-25", "2.38");
    var match = counter.match(paid, "Baeckerei Sommer", "RE-2026-04711");
    assertThat(counter.said(match)).isEqualTo((less.equals("2.38") ? "sure" : "likely") + " discount RE-2026-04711=" + paid + " and " + less + " discount");
  }

  @Test
  void severalInvoicesAreShortByTheDiscountsThatAreStillGranted() {
    var counter = counter().grants("D1", "RE-2026-04711", "119.00", "2026-11-20", "2.38").grants("D1", "RE-2026-04650", "200.00", "2026-11-01", "4.00");
    assertThat(counter.said(counter.match("316.62", "Baeckerei Sommer", "RE-2026-04650, RE-2026-04711"))).startsWith("sure discount").contains("RE-2026-04711=116.62 and 2.38 discount", "RE-2026-04650=200.00");
  }

  @Test
  void theUsualDiscountOfTheCreditorCountsWhereTheInvoiceSaysNothing() {
    var usual = new Tolerance(Optional.of(new EarlyPayment(new BigDecimal("2.25"), 60)), 0, Optional.empty());
    var counter = counter().owes("D1", "RE-2026-04711", "1000.00").lets(usual);
    assertThat(counter.said(counter.match("977.50", "Baeckerei Sommer", "RE-2026-04711"))).isEqualTo("sure discount RE-2026-04711=977.50 and 22.50 discount");
  }

  @Test
  void whatNobodyGrantedStaysOpen() {
    var counter = counter().owes("D1", "RE-2026-04711", "1000.00");
    assertThat(counter.said(counter.match("999.00", "Baeckerei Sommer", "RE-2026-04711"))).isEqualTo("sure charges-deducted RE-2026-04711=999.00");
  }

  @Test
  void chargesWithinTheToleranceAreLetGo() {
    var tolerance = new Tolerance(Optional.empty(), 0, Optional.of(Counter.euros("5.00")));
    var counter = counter().owes("D1", "RE-2026-04711", "1000.00").lets(tolerance);
    assertThat(counter.said(counter.match("995.00", "Baeckerei Sommer", "RE-2026-04711"))).isEqualTo("sure charges-deducted RE-2026-04711=995.00 and 5.00 bank-charges");
    assertThat(counter.said(counter.match("994.99", "Baeckerei Sommer", "RE-2026-04711"))).isEqualTo("sure charges-deducted RE-2026-04711=994.99");
  }

  @Test
  void whatIsLetGoIsNotOpenForTheNextPayment() {
    var counter = counter().grants("D1", "RE-2026-04711", "119.00", "2026-11-20", "2.38");
    var matched = counter.all(List.of(counter.payment("116.62", "Baeckerei Sommer", "RE-2026-04711"), counter.payment("2.38", "Baeckerei Sommer", "RE-2026-04711 Rest")));
    assertThat(matched.getLast().match()).isNotInstanceOf(Match.Sure.class);
  }

  @Test
  void aPayersNameAloneDoesNotGrantIt() {
    var counter = counter().grants("D1", "RE-2026-04711", "119.00", "2026-11-20", "2.38");
    assertThat(counter.match("116.62", "Baeckerei Sommer", "danke")).isInstanceOf(Match.Likely.class);
  }

  @ParameterizedTest
  @CsvSource({"-1, 10", "0, 10", "100, 10", "2, -1"})
  void whatIsNoDiscountIsRefused(BigDecimal percent, int days) {
    assertThatThrownBy(() -> new EarlyPayment(percent, days)).isInstanceOf(IllegalArgumentException.class);
  }
}
