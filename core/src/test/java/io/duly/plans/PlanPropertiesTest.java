package io.duly.plans;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.kernel.Money;
import io.duly.talk.BankDays;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever plan is made or changed: it makes the debt to the cent, its days go forward on bank days, and nothing is lost or found by changing it. */
@Tag("P28")
class PlanPropertiesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final BankDays BANK = new BankDays(day -> day.getDayOfMonth() == 25 && day.getMonthValue() == 12 || day.getDayOfYear() == 1);
  private static final BankDay DAYS = BankDay.among(BANK);

  static java.util.stream.LongStream seeds() {
    return java.util.stream.LongStream.range(0, 2_000);
  }

  private static Pace pace(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> new Pace.Days(7);
      case 1 -> new Pace.Days(14);
      case 2 -> new Pace.Months(1);
      default -> new Pace.MonthEnd();
    };
  }

  private static Money money(Random random, String currency) {
    return Money.ofMinor(200 + (long) Math.exp(random.nextDouble() * 14), currency);
  }

  private static PlanTerms terms(Random random, Money debt) {
    var terms = PlanTerms.equalParts(1 + random.nextInt(24), TODAY.plusDays(3 + random.nextInt(40)), pace(random));
    var bearing = random.nextBoolean() ? terms : terms.bearing(new Interest.Running(BigDecimal.valueOf(random.nextInt(2000), 2)));
    return random.nextInt(3) > 0 ? bearing : bearing.after(TODAY, new Money(1 + random.nextLong(debt.minor() / 2), debt.currency()));
  }

  private static Plan plan(Random random) {
    var debt = money(random, random.nextBoolean() ? "EUR" : "JPY");
    return Plan.of(debt, terms(random, debt), TODAY, DAYS);
  }

  private static Money sum(List<Instalment> all) {
    return all.stream().map(Instalment::amount).reduce(Money::plus).orElseThrow();
  }

  private static void holds(Plan plan) {
    assertThat(sum(plan.instalments())).isEqualTo(plan.debt().plus(plan.interest()));
    assertThat(plan.instalments()).extracting(Instalment::dueOn).isSorted().doesNotHaveDuplicates().allMatch(BANK::isOne).allMatch(day -> !day.isBefore(TODAY));
    assertThat(plan.instalments()).allMatch(one -> one.amount().isPositive());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyPlanMakesTheDebtToTheCentAndKeepsItsDays(long seed) {
    var random = new Random(seed);
    var plan = plan(random);
    holds(plan);
    var without = plan.instalments().subList(0, plan.instalments().size() - 1);
    assertThat(without.stream().map(Instalment::amount).skip(1).distinct().count()).as("all but the first and the last are equal").isLessThanOrEqualTo(1);
    assertThat(plan.interest().minor()).isNotNegative();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatIsRenegotiatedKeepsWhatWasPaidAndLosesNothing(long seed) {
    var random = new Random(seed);
    var before = plan(random);
    int kept = random.nextInt(before.instalments().size());
    var change = new Renegotiated(before, kept, pace(random));
    var from = before.instalments().get(kept).dueOn();
    var after = switch (random.nextInt(4)) {
      case 0 -> change.movedTo(from.plusDays(1 + random.nextInt(60)), DAYS);
      case 1 -> change.pausedFor(1 + random.nextInt(3), DAYS);
      case 2 -> change.extendedBy(1 + random.nextInt(5), DAYS);
      default -> change.increasedBy(money(random, before.debt().currency().getCurrencyCode()), Optional.empty(), DAYS);
    };
    holds(after);
    assertThat(after.instalments().subList(0, kept)).isEqualTo(before.instalments().subList(0, kept));
    assertThat(after.total().minus(before.total())).isEqualTo(after.debt().minus(before.debt()));
    assertThat(after.interest()).isEqualTo(before.interest());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whateverComesIsPaidToInstalmentsInTheirOrderOrIsExcess(long seed) {
    var random = new Random(seed);
    var plan = plan(random);
    var payments = new ArrayList<PlanStanding.Payment>();
    var came = Money.zero(plan.debt().currency());
    for (int nth = random.nextInt(8); nth > 0; nth--) {
      var one = new Money(1 + random.nextLong(plan.total().minor()), came.currency());
      payments.add(new PlanStanding.Payment(TODAY.plusDays(random.nextInt(400)), one));
      came = came.plus(one);
    }
    var standing = PlanStanding.of(plan, payments, TODAY.plusDays(500), 2, DAYS);
    assertThat(standing.paid().plus(standing.excess())).isEqualTo(came);
    assertThat(standing.paid().compareTo(plan.total())).isLessThanOrEqualTo(0);
    assertThat(standing.isDone()).isEqualTo(came.compareTo(plan.total()) >= 0);
    boolean open = false;
    for (var line : standing.instalments()) {
      assertThat(open && line.paid().isPositive()).as("nothing goes to a later one before an earlier one is paid").isFalse();
      open |= line.paidOn().isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noStepOfALadderGoesBeyondTheAuthorityAndEachThatBringsTheWholeIsWorthNoMoreThanTheOneBefore(long seed) {
    var random = new Random(seed);
    var authority = new Authority(random.nextInt(60), 1 + random.nextInt(24), random.nextInt(800), random.nextInt(50));
    var owed = money(random, "EUR");
    var reliability = Reliability.of(random.nextInt(5), random.nextInt(3), random.nextInt(3), random.nextInt(5));
    var facts = new Ladder.Facts(owed, TODAY, DAYS, BigDecimal.valueOf(8), reliability, authority, Interest.FROZEN, random.nextBoolean());
    var ladder = Ladder.of(facts);
    assertThat(ladder.steps()).isNotEmpty().allMatch(one -> one.beyond().isEmpty()).allSatisfy(one -> holds(one.offer().plan()));
    var whole = ladder.steps().stream().filter(one -> one.offer().kind() != Offer.Kind.SETTLEMENT).toList();
    assertThat(whole).extracting(one -> one.presentValue().minor()).isSortedAccordingTo(java.util.Comparator.reverseOrder());
    assertThat(ladder.steps()).allMatch(one -> one.chance() >= 0 && one.chance() <= 100 && one.expected().compareTo(one.presentValue()) <= 0);
    assertThat(ladder.steps().stream().filter(one -> one.offer().kind() == Offer.Kind.SETTLEMENT)).allMatch(_ -> facts.mayBeSettled());
  }
}
