package io.duly.bankyear;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.matching.Settings;
import io.duly.rules.RulePacks;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The bar: 95 % of invoice payments without a person, at most one in a thousand of those wrong. */
@Tag("P08")
class BankYearTest {
  private static final Settings SETTINGS = new Settings(RulePacks.shipped().of("DE").allocation());

  static Stream<Arguments> years() {
    return Stream.of(
        Arguments.of(Profile.wholesaler(), 1L), Arguments.of(Profile.wholesaler(), 20L), Arguments.of(Profile.exporter(), 30L), Arguments.of(Profile.publisher(), 40L));
  }

  @ParameterizedTest
  @MethodSource("years")
  void mostAreMatchedWithoutAPersonAndHardlyAnyWrongly(Profile profile, long seed) {
    List<String> mistakes = new ArrayList<>();
    var report = YearRun.of(BankYear.of(profile, seed), SETTINGS, mistakes::add);
    assertThat(report.payments().recall()).as(() -> report.text()).isGreaterThanOrEqualTo(0.95);
    assertThat(report.everything().precision()).as(() -> report.text() + String.join("\n", mistakes)).isGreaterThanOrEqualTo(0.999);
  }

  @Test
  void theSameSeedGivesTheSameYear() {
    var one = BankYear.of(Profile.exporter(), 5);
    var again = BankYear.of(Profile.exporter(), 5);
    assertThat(one.payments()).isEqualTo(again.payments()).isNotEqualTo(BankYear.of(Profile.exporter(), 6).payments());
    assertThat(one.invoices()).isEqualTo(again.invoices());
  }
}
