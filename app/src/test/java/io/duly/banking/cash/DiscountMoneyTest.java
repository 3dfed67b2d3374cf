package io.duly.banking.cash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duly.doctor.Doctor;
import io.duly.doctor.Finding;
import io.duly.kernel.DebtorId;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.PostingId;
import io.duly.ledger.Tolerances;
import io.duly.matching.EarlyPayment;
import io.duly.matching.Tolerance;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

/** Discounts for early payment and bank charges in the books: granted with the money, taken back with it. */
@Tag("P08")
class DiscountMoneyTest extends AtTheTill {
  private static final List<String> MONEY = List.of(
      "currency-known", "posting-currency", "posting-causes", "invoice-bounds", "receipt-bounds", "reversal-mirrors", "settled-on", "used-up", "posting-guard",
      "let-go-fits", "let-go-stands", "let-go-guard");
  private DebtorId debtor;
  private InvoiceId invoice;

  @BeforeEach
  void begin() {
    debtor = till.debtor("10031", "Bäckerei Sommer OHG");
    invoice = till.owes(debtor, "RE-2026-04711", "119.00");
  }

  private void lets(Tolerance tolerance) {
    office.the(Tolerances.class).set(till.database, till.creditor, tolerance, "person:ada", Instant.parse("2026-11-01T08:00:00Z"));
  }

  private void grants(int daysBefore, long amount) {
    till.database.execute("insert into ledger.granted_discount (invoice_id, creditor_id, until, amount) values (?, ?, ?, ?)",
        invoice.value(), till.creditor.value(), Till.TODAY.minusDays(daysBefore), amount);
  }

  private UUID comes(String amount) {
    return till.comes(amount, "Baeckerei Sommer", "DE77", "RE-2026-04711");
  }

  @Test
  void aDiscountInTimeIsAWriteOffOfItsOwnThatGoesBackWithTheMoney() throws SQLException {
    grants(0, 238);
    var entry = comes("116.62");
    assertThat(till.cash.match(till.creditor, Till.TODAY).sure()).isEqualTo(1);
    assertThat(till.open(invoice).isZero()).isTrue();
    assertThat(till.text("select kind || ' ' || amount || ' ' || why from ledger.posting where invoice_id = ? and kind = 'write_off'", invoice.value()))
        .startsWith("write_off 238 discount: ").contains("granted until 2026-11-20");
    till.cash.reverseAll(entry, "a mistake", till.ada());
    assertThat(till.open(invoice)).isEqualTo(Till.euros("119.00"));
    till.cash.allocate(entry, List.of(new Allotment("RE-2026-04711", Optional.empty())), till.ada());
    assertThat(till.open(invoice)).isEqualTo(Till.euros("2.38"));
    healthy();
  }

  @Test
  void aReturnedDebitTakesTheDiscountBack() {
    grants(0, 238);
    comes("116.62");
    till.cash.match(till.creditor, Till.TODAY);
    till.goesBack("116.62", "Baeckerei Sommer", "DE77", "Rücklastschrift", "e2e-RE-2026-04711");
    assertThat(till.cash.match(till.creditor, Till.TODAY).returned()).isEqualTo(1);
    assertThat(till.open(invoice)).isEqualTo(Till.euros("119.00"));
  }

  @Test
  void aDiscountTakenTooLateWaitsForOneClick() {
    grants(5, 238);
    var entry = comes("116.62");
    till.cash.match(till.creditor, Till.TODAY);
    assertThat(till.open(invoice)).isEqualTo(Till.euros("119.00"));
    var offers = till.waiting(entry).offers();
    assertThat(offers).hasSize(2);
    assertThat(offers.getFirst().why()).contains("discount taken 5 days late");
    assertThat(offers.getFirst().parts().getFirst().letGo()).contains(Till.euros("2.38"));
    till.cash.accept(offers.getFirst().proposal(), till.ada());
    assertThat(till.open(invoice).isZero()).isTrue();
    assertThatThrownBy(() -> till.cash.accept(offers.getLast().proposal(), till.ada())).isInstanceOf(CannotMatch.class);
  }

  @Test
  void orWhatCameIsAllocatedAndTheRestStaysOwed() {
    grants(5, 238);
    var entry = comes("116.62");
    till.cash.match(till.creditor, Till.TODAY);
    till.cash.accept(till.waiting(entry).offers().getLast().proposal(), till.ada());
    assertThat(till.open(invoice)).isEqualTo(Till.euros("2.38"));
  }

  @Test
  void theCreditorsOwnToleranceGrantsByItself() {
    lets(new Tolerance(Optional.of(new EarlyPayment(new BigDecimal("2"), 57)), 3, Optional.of(Till.euros("5.00"))));
    assertThat(office.the(Tolerances.class).of(till.database, till.creditor).usual()).contains(new EarlyPayment(new BigDecimal("2"), 57));
    var other = till.owes(debtor, "RE-2026-04999", "500.00");
    comes("116.62");
    till.comes("496.00", "Baeckerei Sommer", "DE77", "RE-2026-04999");
    assertThat(till.cash.match(till.creditor, Till.TODAY).sure()).isEqualTo(2);
    assertThat(till.open(invoice).isZero() && till.open(other).isZero()).isTrue();
    assertThat(till.text("select string_agg(reason, ', ' order by reason) from ledger.companion where creditor_id = ?", till.creditor.value())).isEqualTo("bank-charges, discount");
  }

  @Test
  void theDatabaseItselfRefusesToTakeTheMoneyBackAndLeaveTheDiscount() {
    grants(0, 238);
    comes("116.62");
    till.cash.match(till.creditor, Till.TODAY);
    var allocation = new PostingId(UUID.fromString(till.text("select id from ledger.posting where invoice_id = ? and kind = 'receipt'", invoice.value())));
    assertThatThrownBy(() -> till.database.execute(
            """
            insert into ledger.posting (id, creditor_id, debtor_id, invoice_id, currency, kind, receipt_id, amount, effective_on, actor, reverses_id)
            select gen_random_uuid(), creditor_id, debtor_id, invoice_id, currency, kind, receipt_id, -amount, effective_on, 'duly', id from ledger.posting where id = ?
            """,
            allocation.value()))
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("was not taken back with it");
  }

  private static void healthy() throws SQLException {
    assertThat(office.the(Doctor.class).examine(_ -> {}).stream().filter(finding -> !finding.isHealthy()).map(Finding::check)).doesNotContainAnyElementsOf(MONEY);
  }
}
