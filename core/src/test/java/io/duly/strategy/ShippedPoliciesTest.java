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
