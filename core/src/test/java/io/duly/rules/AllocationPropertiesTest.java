package io.duly.rules;

import static io.duly.rules.ChargesFixture.PACKS;
import static org.assertj.core.api.Assertions.assertThat;

import io.duly.kernel.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every payment, whatever the law, the debts and what was said. */
@Tag("P02")
class AllocationPropertiesTest {
  private static final int PAYMENTS = 500;
  private static final LocalDate PAID = LocalDate.of(2026, 5, 4);
  private static final Money NOTHING = Money.ofMinor(0, "EUR");

  record Paid(RulePack pack, Money payment, List<Debt> debts, Direction debtor) {
    Allocated allocated(List<Debt> inThisOrder) {
      return Allocation.of(pack.allocation(), PAID, payment, inThisOrder, debtor, Direction.NONE);
    }
  }

  static Stream<Paid> payments() {
    return IntStream.range(0, PAYMENTS).mapToObj(seed -> paid(new SplittableRandom(seed)));
  }

  private static Paid paid(RandomGenerator random) {
    List<Debt> debts =
        IntStream.range(0, 1 + random.nextInt(6))
            .mapToObj(each -> debt("debt-" + each, random))
            .toList();
    Direction debtor = random.nextInt(3) == 0 ? Direction.to("debt-0", "debt-9") : Direction.NONE;
    RulePack pack = PACKS.all().get(random.nextInt(PACKS.all().size()));
    return new Paid(pack, Money.ofMinor(1 + random.nextLong(60_000), "EUR"), debts, debtor);
  }

  private static Debt debt(String id, RandomGenerator random) {
    return new Debt(
        id,
        PAID.plusDays(random.nextInt(4) * 10L - 30),
        Money.ofMinor(random.nextLong(5_000), "EUR"),
        Money.ofMinor(random.nextLong(3_000), "EUR"),
        Money.ofMinor(random.nextLong(20_000), "EUR"),
        Money.ofMinor(random.nextInt(3) == 0 ? random.nextLong(9_000) : 0, "EUR"),
        random.nextInt(4) == 0,
        BigDecimal.valueOf(random.nextInt(2) * 9L),
        random.nextInt(6) == 0);
  }

  private static Money sum(Stream<Allocated.Share> shares) {
    return shares.map(Allocated.Share::amount).reduce(NOTHING, Money::plus);
  }

  @ParameterizedTest
  @MethodSource("payments")
  void noCentIsLostOrMade(Paid paid) {
    Allocated allocated = paid.allocated(paid.debts());
    assertThat(sum(allocated.parts().stream()).plus(allocated.left())).isEqualTo(paid.payment());
    assertThat(allocated.left().minor()).isNotNegative();
    assertThat(allocated.parts()).allMatch(share -> share.amount().isPositive());
  }

  @ParameterizedTest
  @MethodSource("payments")
  void noPartGetsMoreThanIsOpenOfIt(Paid paid) {
    Allocated allocated = paid.allocated(paid.debts());
    for (Debt debt : paid.debts()) {
      for (AllocationRule.Part part : AllocationRule.Part.values()) {
        boolean named = paid.debtor().debts().contains(debt.id());
        Money got =
            sum(
                allocated.parts().stream()
                    .filter(share -> share.debt().equals(debt.id()) && share.part() == part));
        assertThat(got)
            .isLessThanOrEqualTo(debt.resting() && !named ? NOTHING : debt.payable(part, named));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("payments")
  void nothingStaysUnallocatedWhileADebtCouldTakeIt(Paid paid) {
    Allocated allocated = paid.allocated(paid.debts());
    Money open =
        paid.debts().stream()
            .filter(debt -> !debt.resting() || paid.debtor().debts().contains(debt.id()))
            .map(debt -> debt.payable(paid.debtor().debts().contains(debt.id())))
            .reduce(NOTHING, Money::plus);
    assertThat(sum(allocated.parts().stream())).isEqualTo(open.min(paid.payment()));
  }

  @ParameterizedTest
  @MethodSource("payments")
  void theOrderInWhichDebtsAreNamedDoesNotMatter(Paid paid) {
    var turned = new ArrayList<>(paid.debts());
    Collections.reverse(turned);
    assertThat(paid.allocated(turned)).isEqualTo(paid.allocated(paid.debts()));
  }
}
