package io.duly.plans;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.kernel.Money;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A debtor who offers something at night gets a yes at once where nobody would say no. */
@Tag("P27")
class AloneTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final Money OWED = Money.ofMinor(90_000, "EUR");
  private static final Alone FREE = new Alone(new Authority(20, 3, 100, 0), false, false);

  private static Offer parts(int count, LocalDate first) {
    return new Offer(Offer.Kind.INSTALMENTS, OWED, Plan.of(OWED, PlanTerms.equalParts(count, first, new Pace.Months(1)), TODAY, BankDay.ANY));
  }

  @Test
  void threePaymentsFromNextWeekOnAreAYesAtOnce() {
    assertThat(FREE.asks(parts(3, TODAY.plusDays(7)), TODAY)).isEmpty();
  }

  @Test
  void moreOrLongerThanTheLimitsOfDebtorsIsForAPerson() {
    assertThat(FREE.asks(parts(4, TODAY), TODAY)).containsExactly(Alone.Why.LIMITS);
  }

  @Test
  void aFirstPaymentBelowTheLimitIsForAPerson() {
    var terms = PlanTerms.equalParts(2, TODAY.plusMonths(1), new Pace.Months(1)).after(TODAY, Money.ofMinor(17_999, "EUR"));
    assertThat(FREE.asks(new Offer(Offer.Kind.INSTALMENTS, OWED, Plan.of(OWED, terms, TODAY, BankDay.ANY)), TODAY)).containsExactly(Alone.Why.LIMITS);
  }

  @Test
  void theThirtyFirstDayIsSoonEnoughAndTheNextIsNot() {
    assertThat(FREE.asks(parts(2, TODAY.plusDays(31)), TODAY)).isEmpty();
    assertThat(FREE.asks(parts(2, TODAY.plusDays(32)), TODAY)).containsExactly(Alone.Why.BEGINS_LATE);
  }

  @Test
  void whoHasAgreedOrBrokenSomethingOrIsHeldTalksToAPerson() {
    assertThat(new Alone(FREE.authority(), true, true).asks(parts(3, TODAY), TODAY)).containsExactly(Alone.Why.AGREED_BEFORE, Alone.Why.HELD);
  }
}
