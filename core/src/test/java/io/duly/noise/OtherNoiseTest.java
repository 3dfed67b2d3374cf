package io.duly.noise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bar holds on noise that the rules were not made for: 95 % without a person, at most one in a thousand of those wrong. */
@Tag("P08")
class OtherNoiseTest {

  /** Statements of a week, and one of the whole year, in which nothing can be learned meanwhile. */
  @ParameterizedTest
  @CsvSource({"7, 11", "400, 12"})
  void mostAreMatchedWithoutAPersonAndHardlyAnyWrongly(int days, long seed) {
    var mistakes = new ArrayList<String>();
    var payments = new Unattended.Count(0, 0, 0, 0);
    var everything = payments;
    for (var numbering : Numbering.values()) {
      var lived = Unattended.through(OtherYear.of(numbering, 150, 1_200, seed), days);
      mistakes.addAll(lived.mistakes());
      payments = payments.plus(lived.payments());
      everything = everything.plus(lived.everything());
    }
    var sure = everything.right() + everything.wrong() + everything.some();
    assertThat((double) payments.right() / payments.all()).as(payments.toString()).isGreaterThanOrEqualTo(0.95);
    assertThat(everything.wrong()).as(String.join("\n", mistakes)).isLessThanOrEqualTo(sure / 1_000);
  }
}
