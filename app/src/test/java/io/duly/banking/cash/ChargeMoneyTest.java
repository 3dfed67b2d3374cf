package io.duly.banking.cash;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.agreements.Agreed;
import io.duly.agreements.Plans;
import io.duly.cases.Recorded;
import io.duly.kernel.CaseId;
import io.duly.kernel.ChargeId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.InvoiceId;
import io.duly.ledger.Charge;
import io.duly.ledger.ChargeBook;
import io.duly.plans.BankDay;
import io.duly.plans.Offer;
import io.duly.plans.Pace;
import io.duly.plans.Plan;
import io.duly.plans.PlanTerms;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Money for charges that are posted: what a payment leaves goes to them, and comes back from them. */
@Tag("P02")
class ChargeMoneyTest extends AtTheTill {
  private DebtorId debtor;
  private InvoiceId invoice;

  @BeforeEach
  void begin() {
    debtor = till.debtor("10031", "Bäckerei Sommer OHG");
    till.database.execute("update parties.debtor set country = 'DE' where id = ?", debtor.value());
    invoice = till.owes(debtor, "RE-2026-04711", "119.00");
    charge(Charge.Kind.INTEREST, "1.20");
    charge(Charge.Kind.COMPENSATION, "10.00");
  }

  private void charge(Charge.Kind kind, String amount) {
    var basis = new Charge.Basis("de", "BGB", "§ 288", "https://www.gesetze-im-internet.de", Optional.empty(), false);
    office.the(ChargeBook.class).post(till.database, List.of(new Charge(new ChargeId(UUID.randomUUID()), invoice, kind, Till.euros(amount), Till.TODAY.minusDays(5),
        kind == Charge.Kind.INTEREST ? Till.TODAY.minusDays(1) : Till.TODAY.minusDays(5), basis, "computed", "[]", Till.TODAY.minusDays(1), "duly")));
  }

  private String openCharges() {
    return till.text(
        """
        select string_agg(c.kind || ' ' || (c.amount - coalesce((select sum(p.amount) from ledger.charge_posting p where p.charge_id = c.id), 0)), ', ' order by c.kind)
          from ledger.charge c where c.invoice_id = ? and c.settled_on is null
        """,
        invoice.value());
  }

  private UUID comes(String amount) {
    return till.comes(amount, "Baeckerei Sommer", "DE77", "RE-2026-04711");
  }

  @Test
  void theInvoiceAndItsChargesInOnePaymentArePaidBoth() {
    comes("130.20");
    assertThat(till.cash.match(till.creditor, Till.TODAY).sure()).isEqualTo(1);
    assertThat(till.open(invoice).isZero()).isTrue();
    assertThat(openCharges()).isEqualTo("null");
    assertThat(till.text("select count(*) from ledger.receipt_candidate where creditor_id = ?", till.creditor.value())).isEqualTo("0");
  }

  @Test
  void anInstalmentThatIsExpectedPaysTheChargesOfItsPlanWithoutAWord() {
    var recovery = new CaseId(till.recovery(debtor));
    var owed = Till.euros("130.20");
    var plan = Plan.of(owed, PlanTerms.equalParts(1, Till.TODAY, new Pace.Days(1)), Till.TODAY, BankDay.ANY);
    var by = Recorded.by("person:ada", Till.TODAY, Instant.parse("2026-11-20T08:30:00Z"));
    till.database.transaction(tx -> office.the(Plans.class).record(tx.dsl(), recovery, Agreed.usual(new Offer(Offer.Kind.INSTALMENTS, owed, plan)), by));
    till.comes("130.20", "Baeckerei Sommer", "DE77", "vielen Dank");
    assertThat(till.cash.match(till.creditor, Till.TODAY).sure()).isEqualTo(1);
    assertThat(till.open(invoice).isZero()).isTrue();
    assertThat(openCharges()).isEqualTo("null");
  }

  /** In Germany costs come before interest (BGB § 367). */
  @Test
  void whatIsLeftGoesToChargesInTheOrderOfTheLaw() {
    comes("129.60");
    till.cash.match(till.creditor, Till.TODAY);
    assertThat(openCharges()).isEqualTo("interest 60");
  }

  @Test
  void whatNoChargeTakesWaits() {
    var entry = comes("140.20");
    till.cash.match(till.creditor, Till.TODAY);
    assertThat(openCharges()).isEqualTo("null");
    assertThat(till.waiting(entry).left()).isEqualTo(Till.euros("10.00"));
    assertThat(till.waiting(entry).candidates()).hasSize(1);
  }

  @Test
  void moneyThatIsTakenBackOpensTheChargesAgain() {
    comes("130.20");
    till.cash.match(till.creditor, Till.TODAY);
    till.goesBack("130.20", "Baeckerei Sommer", "DE77", "Rücklastschrift", "e2e-RE-2026-04711");
    assertThat(till.cash.match(till.creditor, Till.TODAY).returned()).isEqualTo(1);
    assertThat(till.open(invoice)).isEqualTo(Till.euros("119.00"));
    assertThat(openCharges()).isEqualTo("compensation 1000, interest 120");
  }

  @Test
  void aReversalFreesWhatWentToCharges() {
    var entry = comes("130.20");
    till.cash.match(till.creditor, Till.TODAY);
    assertThat(till.cash.reverseAll(entry, "somebody else's", till.ada())).isEqualTo(3);
    assertThat(openCharges()).isEqualTo("compensation 1000, interest 120");
    assertThat(till.waiting(entry).left()).isEqualTo(Till.euros("130.20"));
  }
}
