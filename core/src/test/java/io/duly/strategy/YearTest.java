package io.duly.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.strategy.CaseSnapshot.StepTaken;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds over a year with its downtimes, late hands and changes. */
class YearTest {

  static Stream<Arguments> years() {
    var policies = List.copyOf(Policies.shipped().values());
    return IntStream.range(0, 30).mapToObj(seed -> Arguments.of(seed, policies.get(seed % 3)));
  }

  @ParameterizedTest
  @MethodSource("years")
  void stepsAreNeverBunched(int seed, Policy policy) {
    for (var invoice : Year.daily(seed, policy).invoices) {
      for (int at = 1; at < invoice.steps().size(); at++) {
        StepTaken step = invoice.steps().get(at);
        int index = policy.indexOf(step.step());
        long days = ChronoUnit.DAYS.between(invoice.steps().get(at - 1).on(), step.on());
        assertThat(days).isGreaterThanOrEqualTo(policy.steps().get(index).gap());
        assertThat(policy.indexOf(invoice.steps().get(at - 1).step())).isLessThan(index);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("years")
  @Tag("P13")
  void messagesKeepTheirDistance(int seed, Policy policy) {
    var sent =
        Year.daily(seed, policy).log.stream()
            .filter(done -> done.action() instanceof Decision.Send)
            .toList();
    assertThat(sent).isNotEmpty();
    for (int at = 1; at < sent.size(); at++) {
      assertThat(ChronoUnit.DAYS.between(sent.get(at - 1).on(), sent.get(at).on()))
          .isGreaterThanOrEqualTo(policy.limits().daysBetweenContacts());
    }
  }

  @ParameterizedTest
  @MethodSource("years")
  @Tag("P33")
  void lookingOnlyOnReviewDaysMissesNothing(int seed, Policy policy) {
    assertThat(Year.whenDue(seed, policy).log).isEqualTo(Year.daily(seed, policy).log);
  }
}
