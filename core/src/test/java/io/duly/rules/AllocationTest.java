package io.duly.rules;

import static io.duly.rules.ChargesFixture.PACKS;
import static io.duly.rules.ChargesFixture.day;
import static io.duly.rules.ChargesFixture.euros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.duly.rules.AllocationRule.Part;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a payment goes to, by the law of the place. */
@Tag("P02")
class AllocationTest {
  private static final LocalDate PAID = day("2025-09-10");
  private static final Debt SPRING = debt("spring", "2025-05-15", "100.00");
  private static final Debt SUMMER = debt("summer", "2025-07-15", "100.00");

  private static Debt debt(String id, String due, String principal) {
    return Debt.open(id, day(due), euros("0.00"), euros("0.00"), euros(principal));
  }

  private static Debt with(
      Debt debt, String disputed, boolean secured, String percent, boolean resting) {
    return new Debt(
        debt.id(),
        debt.dueOn(),
        debt.costs(),
        debt.interest(),
        debt.principal(),
        euros(disputed),
        secured,
        new BigDecimal(percent),
        resting);
  }

  private static Allocated pay(
      String place, String amount, List<Debt> debts, Direction debtor, Direction creditor) {
    return Allocation.of(
        PACKS.of(place).allocation(), PAID, euros(amount), debts, debtor, creditor);
  }

  private static List<String> went(Allocated allocated) {
    return allocated.parts().stream()
        .map(share -> share.debt() + " " + share.part() + " " + share.amount().plain())
        .toList();
  }

  private static List<String> went(String place, String amount, Debt... debts) {
    return went(pay(place, amount, List.of(debts), Direction.NONE, Direction.NONE));
  }

  @Test
  void germanyPaysCostsThenInterestThenPrincipal() {
    var debt =
        Debt.open("one", day("2025-05-15"), euros("125.00"), euros("344.62"), euros("10000.00"));
    assertThat(went("DE", "5000.00", debt))
        .as("5,469.62 of the principal remain")
        .containsExactly("one COSTS 125.00", "one INTEREST 344.62", "one PRINCIPAL 4530.38");
  }

  @Test
  void eachLawHasItsOrderWithinADebt() {
    var debt = Debt.open("one", day("2025-05-15"), euros("40.00"), euros("30.00"), euros("100.00"));
    assertThat(went("NL", "60.00", debt)).containsExactly("one COSTS 40.00", "one INTEREST 20.00");
    assertThat(went("FR", "60.00", debt))
        .containsExactly("one INTEREST 30.00", "one PRINCIPAL 30.00");
    assertThat(went("GB", "60.00", debt))
        .containsExactly("one INTEREST 30.00", "one PRINCIPAL 30.00");
    assertThat(went("AU", "60.00", debt))
        .as("the mildest where no law is known")
        .containsExactly("one PRINCIPAL 60.00");
  }

  @Test
  void theDebtorsDirectionGoesFirst() {
    assertThat(
            went(
                pay(
                    "DE",
                    "120.00",
                    List.of(SPRING, SUMMER),
                    Direction.to("summer"),
                    Direction.NONE)))
        .containsExactly("summer PRINCIPAL 100.00", "spring PRINCIPAL 20.00");
    var debt = Debt.open("one", day("2025-05-15"), euros("40.00"), euros("30.00"), euros("100.00"));
    var principalFirst = new Direction(List.of("one"), Optional.of(Part.PRINCIPAL));
    assertThat(went(pay("DE", "120.00", List.of(debt), principalFirst, Direction.NONE)))
        .containsExactly("one PRINCIPAL 100.00", "one COSTS 20.00");
  }

  @Test
  void theCreditorChoosesOnlyWhereTheLawLetsIt() {
    var both = List.of(SPRING, SUMMER);
    assertThat(went(pay("GB", "60.00", both, Direction.NONE, Direction.to("summer"))))
        .containsExactly("summer PRINCIPAL 60.00");
    assertThat(went(pay("DE", "60.00", both, Direction.NONE, Direction.to("summer"))))
        .containsExactly("spring PRINCIPAL 60.00");
    assertThat(went(pay("GB", "60.00", both, Direction.to("spring"), Direction.to("summer"))))
        .containsExactly("spring PRINCIPAL 60.00");
  }

  @Test
  void germanyPaysTheLeastSecuredAndThenTheMostBurdensomeDebt() {
    var secured = with(SPRING, "0.00", true, "12", false);
    assertThat(went("DE", "60.00", secured, SUMMER)).containsExactly("summer PRINCIPAL 60.00");
    var heavy = with(SUMMER, "0.00", false, "12", false);
    assertThat(went("DE", "60.00", SPRING, heavy)).containsExactly("summer PRINCIPAL 60.00");
    assertThat(went("NL", "60.00", secured, heavy))
        .as("security does not matter there")
        .containsExactly("spring PRINCIPAL 60.00");
  }

  @Test
  void aDebtThatIsNotDueWaits() {
    var later = with(debt("winter", "2025-12-15", "100.00"), "0.00", false, "20", false);
    assertThat(went("FR", "110.00", later, SUMMER))
        .containsExactly("summer PRINCIPAL 100.00", "winter PRINCIPAL 10.00");
  }

  @Test
  void equalDebtsShareToTheCent() {
    var one = debt("a", "2025-05-15", "100.00");
    var two = debt("b", "2025-05-15", "200.00");
    var three = debt("c", "2025-05-15", "400.00");
    assertThat(went("DE", "100.00", three, one, two))
        .containsExactly("a PRINCIPAL 14.29", "b PRINCIPAL 28.57", "c PRINCIPAL 57.14");
  }

  @Test
  void aDisputedPartAndARestingDebtGetNothingUnlessTheDebtorSaysSo() {
    var disputed = with(SPRING, "70.00", false, "0", false);
    assertThat(went("US", "60.00", disputed, SUMMER))
        .containsExactly("spring PRINCIPAL 30.00", "summer PRINCIPAL 30.00");
    assertThat(
            went(
                pay(
                    "US",
                    "60.00",
                    List.of(disputed, SUMMER),
                    Direction.to("spring"),
                    Direction.NONE)))
        .containsExactly("spring PRINCIPAL 60.00");
    var resting = with(SPRING, "0.00", false, "0", true);
    assertThat(went("GB", "60.00", resting, SUMMER)).containsExactly("summer PRINCIPAL 60.00");
    assertThat(
            went(
                pay(
                    "GB",
                    "60.00",
                    List.of(resting, SUMMER),
                    Direction.NONE,
                    Direction.to("spring"))))
        .containsExactly("summer PRINCIPAL 60.00");
  }

  @Test
  void whatNoDebtCanTakeStaysUnallocated() {
    var allocated =
        pay("DE", "250.00", List.of(SPRING, SUMMER), Direction.to("unheard-of"), Direction.NONE);
    assertThat(went(allocated)).hasSize(2);
    assertThat(allocated.left()).isEqualTo(euros("50.00"));
  }

  @Test
  void saysWhyEachPartWasPaid() {
    var allocated =
        pay("DE", "120.00", List.of(SPRING, SUMMER), Direction.to("summer"), Direction.NONE);
    assertThat(allocated.parts())
        .extracting(Allocated.Share::why)
        .containsExactly("as the debtor directed", "BGB §§ 366, 367");
  }

  @Test
  void refusesToUseNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> pay("DE", "0.00", List.of(SPRING), Direction.NONE, Direction.NONE));
  }
}
