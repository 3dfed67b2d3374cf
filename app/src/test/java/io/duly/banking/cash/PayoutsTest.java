package io.duly.banking.cash;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a provider of payments pays out is in the books already: its line at the bank is nobody's money. */
@Tag("P08")
class PayoutsTest extends AtTheTill {
  private boolean expect(String reference, String amount) {
    return till.database.transactionResult(tx -> office.the(Payouts.class).expect(tx.dsl(), till.creditor, "acme", reference, Till.euros(amount), till.ada()));
  }

  private String result() {
    return till.text("select string_agg(result, ',') from banking.matched where creditor_id = ?", till.creditor.value());
  }

  @Test
  void theLineOfAPayoutIsSetAsideBeforeAnybodyLooksWhoseMoneyItCouldBe() {
    var debtor = till.debtor("10031", "Bäckerei Sommer OHG");
    var invoice = till.owes(debtor, "RE-2026-04711", "119.00");
    assertThat(expect("PO-2026-04711", "119.00")).isTrue();
    assertThat(expect("PO-2026-04711", "119.00")).as("told twice").isFalse();
    till.comes("119.00", "Acme Payments", "DE77", "Payout po-2026-04711");
    assertThat(till.cash.match(till.creditor, Till.TODAY)).isEqualTo(MatchReport.NONE);
    assertThat(result()).isEqualTo("set_aside");
    assertThat(till.open(invoice)).isEqualTo(Till.euros("119.00"));
    assertThat(till.text("select count(*) from ledger.receipt_candidate where creditor_id = ?", till.creditor.value())).isEqualTo("0");
    assertThat(till.text("select count(*) from banking.payout where creditor_id = ? and entry_id is not null", till.creditor.value())).isEqualTo("1");
  }

  @Test
  void whatTheBankToldBeforeTheProviderIsFoundWhenTheProviderTells() {
    till.comes("77.10", "Acme Payments", "DE77", "Payout PO-2026-00018");
    till.cash.match(till.creditor, Till.TODAY);
    assertThat(result()).isNotEqualTo("set_aside");
    expect("PO-2026-00018", "77.10");
    assertThat(result()).isEqualTo("set_aside");
  }

  @Test
  void anotherAmountOrASecondLineOfTheSameReferenceIsMoneyLikeAnyOther() {
    expect("PO-2026-00019", "50.00");
    till.comes("49.00", "Acme Payments", "DE77", "Payout PO-2026-00019");
    till.comes("50.00", "Acme Payments", "DE77", "Payout PO-2026-00019");
    till.comes("50.00", "Acme Payments", "DE77", "again: payout PO-2026-00019");
    till.cash.match(till.creditor, Till.TODAY);
    assertThat(till.text("select count(*) from banking.matched where creditor_id = ? and result = 'set_aside'", till.creditor.value())).isEqualTo("1");
    assertThat(till.text("select count(*) from banking.matched where creditor_id = ? and result <> 'set_aside'", till.creditor.value())).isEqualTo("2");
  }
}
