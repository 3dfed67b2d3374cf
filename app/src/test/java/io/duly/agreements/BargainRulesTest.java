package io.duly.agreements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.duly.kernel.Money;
import io.duly.plans.Authority;
import io.duly.plans.Interest;
import io.duly.plans.OnMiss;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P31")
class BargainRulesTest {
  private static BargainRules with(Map<Bargainer, Authority> limits) {
    return new BargainRules(limits, BigDecimal.TEN, BigDecimal.ZERO, OnMiss.RENEGOTIATE, 5);
  }

  @Test
  void whoHasNoLimitsOfTheirOwnHasThoseThatAreShipped() {
    var rules = with(Map.of(Bargainer.COLLECTOR, new Authority(50, 2, 30, 0)));
    assertThat(rules.of(Bargainer.COLLECTOR).mostInstalments()).isEqualTo(2);
    assertThat(rules.of(Bargainer.SENIOR)).isEqualTo(BargainRules.SHIPPED.of(Bargainer.SENIOR));
    assertThat(BargainRules.SHIPPED.of(Bargainer.COLLECTOR).deepestDiscount()).as("a collector lets nothing go").isZero();
  }

  @Test
  void nobodyGoesFurtherThanManagers() {
    assertThatIllegalArgumentException().isThrownBy(() -> with(Map.of(Bargainer.DEBTOR, new Authority(0, 120, 3_000, 100)))).withMessageContaining("managers");
  }

  @Test
  void higherLimitsOfManagersAreFurtherAndAllElseIsNot() {
    var before = BargainRules.SHIPPED;
    var manager = before.of(Bargainer.MANAGER);
    assertThat(with(Map.of(Bargainer.MANAGER, new Authority(manager.leastDown(), manager.mostInstalments() + 1, manager.longestDays(), manager.deepestDiscount()))).goFurtherThan(before)).isTrue();
    assertThat(with(Map.of(Bargainer.COLLECTOR, manager, Bargainer.DEBTOR, manager)).goFurtherThan(before)).isFalse();
  }

  @Test
  void theOneWhoMayLeastIsAskedFirst() {
    assertThat(BargainRules.SHIPPED.whoMay(limits -> limits.mostInstalments() >= 10)).contains(Bargainer.SENIOR);
    assertThat(BargainRules.SHIPPED.whoMay(limits -> limits.deepestDiscount() >= 90)).isEmpty();
    assertThat(Bargainer.ofRole("administrator")).isEqualTo(Bargainer.MANAGER);
  }

  @Test
  void ratesAreBoundedAndNoRateIsFrozen() {
    assertThat(with(Map.of()).interest(new BigDecimal("9.00"), Money.ofMinor(0, "EUR"))).isEqualTo(Interest.FROZEN);
    assertThatIllegalArgumentException().isThrownBy(() -> new BargainRules(Map.of(), new BigDecimal("100.01"), BigDecimal.ZERO, OnMiss.ONE_GRACE, 3));
    assertThatIllegalArgumentException().isThrownBy(() -> new BargainRules(Map.of(), BigDecimal.ONE, new BigDecimal("1.001"), OnMiss.ONE_GRACE, 3));
    assertThatIllegalArgumentException().isThrownBy(() -> new BargainRules(Map.of(), BigDecimal.ONE, BigDecimal.ONE, OnMiss.ONE_GRACE, 31));
  }
}
