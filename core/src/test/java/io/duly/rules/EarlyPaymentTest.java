package io.duly.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.duly.identifiers.OthersRows;
import io.duly.rules.YearlyRate.Back;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a discount for paying early costs, and what a loan costs a year. */
@Tag("P03")
class EarlyPaymentTest {
  /** All eight as expected. */
  @Test
  void everyDiscountOfOthersIsAsExpected() throws IOException {
    var rows = OthersRows.of("interest-plans/early-payment-discount-cases.csv");
    assertThat(rows).hasSize(8).allSatisfy(row -> {
      if (cell(row, "expected").equals("error")) {
        assertThatIllegalArgumentException().isThrownBy(() -> offer(row));
      } else {
        var cost = cell(row, "what").equals("cost per period") ? offer(row).cost() : offer(row).yearlyCost();
        assertThat(cost).isCloseTo(new BigDecimal(cell(row, "expected")), within(new BigDecimal("0.00005")));
      }
    });
  }

  /** All three as expected. */
  @Test
  void everyYearlyRateOfOthersIsAsExpected() throws IOException {
    var rows = OthersRows.of("interest-plans/apr-cases.csv");
    assertThat(rows).hasSize(3).allSatisfy(row -> {
      var start = LocalDate.parse(cell(row, "start"));
      var back = Arrays.stream(cell(row, "payments").split(";")).map(one -> one.split(":"))
          .map(one -> new Back(ChronoUnit.DAYS.between(start, LocalDate.parse(one[0])), new BigDecimal(one[1]))).toList();
      var percent = YearlyRate.of(new BigDecimal(cell(row, "advance")), back).movePointRight(2);
      assertThat(percent).isCloseTo(new BigDecimal(cell(row, "expected")), within(new BigDecimal("0.005")));
    });
  }

  @Test
  void theRateOfALoanOfOneYearIsItsInterest() {
    var random = new SplittableRandom(5);
    for (int round = 0; round < 200; round++) {
      var rate = BigDecimal.valueOf(random.nextInt(-900, 50_000), 3);
      var back = List.of(new Back(365, BigDecimal.valueOf(1_000).multiply(BigDecimal.ONE.add(rate))));
      assertThat(YearlyRate.of(BigDecimal.valueOf(1_000), back)).isCloseTo(rate, within(new BigDecimal("0.0000001")));
    }
  }

  @Test
  void paymentsThatNoRateFitsAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> YearlyRate.of(BigDecimal.TEN, List.of(new Back(0, BigDecimal.ONE))));
    assertThatIllegalArgumentException().isThrownBy(() -> YearlyRate.of(BigDecimal.ZERO, List.of(new Back(1, BigDecimal.ONE))));
    assertThatIllegalArgumentException().isThrownBy(() -> YearlyRate.of(BigDecimal.ONE, List.of(new Back(1, BigDecimal.TEN))));
  }

  private static EarlyPayment offer(Map<String, String> row) {
    return new EarlyPayment(new BigDecimal(cell(row, "discount_percent")), Long.parseLong(cell(row, "discount_days")), Long.parseLong(cell(row, "net_days")));
  }

  private static String cell(Map<String, String> row, String column) {
    return row.getOrDefault(column, "");
  }
}
