package io.duly.strategy;

import static io.duly.strategy.CaseFixture.aCase;
import static io.duly.strategy.CaseFixture.days;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedPoliciesTest {

  @Test
  void areThreeFromTheGentlestToTheFirmest() {
    assertThat(Policies.shipped()).containsOnlyKeys("gentle", "standard", "firm");
  }

  /** After a weekend, and a holiday, Friday's statement is the latest that there can be. */
  @Test
  @Tag("P08")
  void waitForNoBankDataThatNoBankHasYet() {
    var monday = CaseFixture.TODAY;
    for (var policy : Policies.shipped().values()) {
      assertThat(policy.limits().recentFrom(monday, _ -> false)).isBeforeOrEqualTo(monday.minusDays(3));
      assertThat(policy.version()).isEqualTo(2);
    }
    assertThat(Policies.all()).extracting(policy -> policy.name() + "/" + policy.version())
        .containsExactly("gentle/1", "standard/1", "firm/1", "gentle/2", "standard/2", "firm/2");
    DecisionAssert.assertDecision(Decider.decide(aCase().withInvoiceOverdue(days(1)).withBankDataOf(monday.minusDays(4), monday.minusDays(3)).snapshot(), Policies.shipped("firm"), monday))
        .sends("first-reminder", Channel.EMAIL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gentle", "standard", "firm"})
  @Tag("P32")
  void remindOnTheFirstDayOverdue(String name) {
    var decision = aCase().withInvoiceOverdue(days(1)).decidedBy(Policies.shipped(name));
    assertThat(decision.action())
        .isInstanceOfSatisfying(
            Decision.Send.class,
            sent -> {
              assertThat(sent.step()).isEqualTo("first-reminder");
              assertThat(sent.lines()).hasSize(1);
            });
  }
}
