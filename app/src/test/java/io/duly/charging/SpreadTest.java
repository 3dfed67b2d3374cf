package io.duly.charging;

import static io.duly.charging.Account.day;
import static io.duly.charging.Account.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.duly.kernel.Money;
import io.duly.ledger.Ledger;
import io.duly.rules.AllocationRule;
import io.duly.rules.Direction;
import io.duly.testing.Office;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a payment goes to: the debtor's direction, else the law. */
@Tag("P02")
class SpreadTest {
  @AutoClose private static final Office OFFICE = new Office();
  private final Account account = new Account(OFFICE);

  @Test
  void byGermanLawCostsAreThenInterestThenPrincipal() {
    account.post("2026-06-01");
    var spread = spread("100.00", Direction.NONE);
    assertThat(spread.parts()).extracting(Spread.Part::amount).containsExactly(eur("40.00"), eur("10.13"), eur("49.87"));
    assertThat(spread.parts().getFirst().why()).contains("BGB");
    assertThat(spread.left()).isEqualTo(eur("0.00"));
  }

  @Test
  void asTheDebtorDirects() {
    account.post("2026-06-01");
    var principalFirst = new Direction(List.of(account.work.invoice.toString()), Optional.of(AllocationRule.Part.PRINCIPAL));
    var spread = spread("1230.00", principalFirst);
    assertThat(spread.parts()).extracting(Spread.Part::amount).containsExactly(eur("1200.00"), eur("30.00"));
    assertThat(spread.parts().getFirst().target()).isEqualTo(new Spread.Principal(account.work.invoice));
  }

  @Test
  void whatIsNotPostedTakesNothingAndWhatNoDebtTakesIsLeft() {
    var spread = spread("1300.00", Direction.NONE);
    assertThat(spread.parts()).extracting(Spread.Part::amount).containsExactly(eur("1200.00"));
    assertThat(spread.left()).isEqualTo(eur("100.00"));
  }

  @Test
  void isBookedOnInvoiceAndChargesAndLeavesNothingOfTheReceipt() {
    account.post("2026-06-01");
    var money = account.receive("1250.13", "2026-06-01");
    account.charging.allocate(account.work.sql, money, spread("1250.13", Direction.NONE), day("2026-06-01"), "person:anna");
    assertThat(account.work.the(Ledger.class).left(account.work.sql, money, day("2026-06-01"))).contains(eur("0.00"));
    assertThat(account.charges("2026-06-01")).allMatch(line -> line.open().isZero());
    assertThat(account.charging.owing(account.work.sql, List.of(account.work.debtor), eur("0.00").currency(), day("2026-06-01"))).isEmpty();
    assertThat(account.invoice("2026-06-01").rest()).as("nothing more ran").isEqualTo(eur("0.00"));
  }

  private Spread spread(String amount, Direction direction) {
    Money payment = eur(amount);
    var owing = account.charging.owing(account.work.sql, List.of(account.work.debtor), payment.currency(), day("2026-06-01"));
    return Objects.requireNonNull(owing.get(account.work.debtor)).spread(payment, day("2026-06-01"), direction, Direction.NONE);
  }
}
