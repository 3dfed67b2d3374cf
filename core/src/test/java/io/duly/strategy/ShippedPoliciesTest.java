package io.duly.strategy;

import static io.duly.strategy.CaseFixture.aCase;
import static io.duly.strategy.CaseFixture.days;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
      assertThat(policy.version()).isEqualTo(3);
    }
    assertThat(Policies.all()).extracting(policy -> policy.name() + "/" + policy.version())
        .containsExactly("gentle/1", "standard/1", "firm/1", "gentle/2", "standard/2", "firm/2", "gentle/3", "standard/3", "firm/3");
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

  /** Whoever buys much is written to later and more kindly, and spoken to where others get a formal demand (P11). */
  @ParameterizedTest
  @ValueSource(strings = {"gentle", "standard", "firm"})
  @Tag("P11")
  void areSofterWithValuedCustomers(String name) {
    var policy = Policies.shipped(name);
    assertThat(ladder(policy, 100_000_000_00L)).contains("friendly-reminder", "personal-call").doesNotContain("second-reminder", "formal-demand");
    assertThat(ladder(policy, 1_00L)).contains("second-reminder", "formal-demand").doesNotContain("friendly-reminder", "personal-call");
    assertThat(day(policy, "friendly-reminder")).isGreaterThan(day(policy, "second-reminder"));
    assertThat(day(policy, "personal-call")).isGreaterThanOrEqualTo(day(policy, "formal-demand"));
  }

  /** The steps that an invoice takes, each on the first day on which it may. */
  private static List<String> ladder(Policy policy, long worth) {
    var taken = new ArrayList<String>();
    for (Step step : policy.steps()) {
      var standing = Standing.of(aCase().worth(worth).withInvoiceOverdue(days(120)).snapshot(), policy, CaseFixture.TODAY);
      if (LeftOut.of(step, CaseFixture.TODAY.minusDays(120).toEpochDay(), standing).isEmpty()) {
        taken.add(step.id());
      }
    }
    return taken;
  }

  private static int day(Policy policy, String step) {
    return policy.steps().stream()
        .filter(one -> one.id().equals(step))
        .map(one -> one.trigger() instanceof Trigger.FromDue due ? due.days() : 0)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void thankWhoeverHeardFromThemByTheFirstWayThatIsLeft() {
    assertThat(thanks("standard", heard())).contains(Channel.EMAIL);
    assertThat(thanks("gentle", heard().reachableBy(Channel.LETTER))).contains(Channel.LETTER);
    assertThat(thanks("standard", heard().reachableBy(Channel.LETTER))).isEmpty();
    assertThat(thanks("standard", aCase().inStage(Stage.REMINDER))).isEmpty();
    assertThat(thanks("standard", heard().withOpenEndedHold(HoldKind.HARDSHIP))).isEmpty();
    var earlier = Policies.all().stream().filter(one -> one.name().equals("standard") && one.version() == 2).findFirst().orElseThrow();
    assertThat(heard().decidedBy(earlier).action()).isEqualTo(new Decision.Close("nothing is open any more", Optional.empty()));
  }

  private static CaseFixture heard() {
    return aCase().inStage(Stage.REMINDER).contactedDaysAgo(1);
  }

  private static Optional<Channel> thanks(String policy, CaseFixture given) {
    return given.decidedBy(Policies.shipped(policy)).action() instanceof Decision.Close close ? close.thanks() : Optional.empty();
  }
}
