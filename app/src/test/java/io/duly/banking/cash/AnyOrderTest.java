package io.duly.banking.cash;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.doctor.Doctor;
import io.duly.doctor.Finding;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Money, credit notes, discounts, charges and everything that takes them back, in any order: the books hold after each step. */
@Tag("P08")
class AnyOrderTest extends AtTheTill {
  private static final int STEPS = 30;
  private static final List<String> BOOKS = List.of(
      "posting-currency", "posting-causes", "invoice-bounds", "receipt-bounds", "credit-note-bounds", "reversal-mirrors", "settled-on", "used-up",
      "return-causes", "let-go-fits", "let-go-stands", "charge-bounds", "charge-marks", "charge-postings", "charge-reversals", "proposal-holds");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theBooksHoldAfterEveryStep(long seed) throws SQLException {
    var hands = new Hands(new Till(office), seed);
    for (int step = 0; step < STEPS; step++) {
      var done = hands.step();
      assertThat(hands.wrong()).as("step %d of seed %d: %s", step, seed, done).isEmpty();
    }
    assertThat(hands.succeeded()).isGreaterThan(STEPS / 2);
    assertThat(office.the(Doctor.class).examine(_ -> {}).stream().filter(finding -> !finding.isHealthy()).map(Finding::check)).doesNotContainAnyElementsOf(BOOKS);
  }
}
