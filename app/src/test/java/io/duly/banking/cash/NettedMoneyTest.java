package io.duly.banking.cash;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.kernel.CreditNoteId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.InvoiceId;
import io.duly.ledger.CreditNote;
import io.duly.ledger.Ledger;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Payments from which the payer took credit notes off. */
@Tag("P08")
class NettedMoneyTest extends AtTheTill {
  private DebtorId debtor;
  private InvoiceId invoice;

  @BeforeEach
  void begin() {
    debtor = till.debtor("10031", "Bäckerei Sommer OHG");
    invoice = till.owes(debtor, "RE-2026-04711", "119.00");
    credit("GS-2026-0815", "19.00");
  }

  private void credit(String number, String amount) {
    office.the(Ledger.class).credit(till.database, List.of(new CreditNote(new CreditNoteId(UUID.randomUUID()), till.creditor, debtor, number, Till.euros(amount), Till.TODAY.minusDays(20), Optional.empty())));
  }

  private String left() {
    return till.text("select string_agg(number, ' ' order by number) from ledger.credit_note where creditor_id = ? and not used_up", till.creditor.value());
  }

  @Test
  void anInvoiceLessACreditNoteIsProposedAndAcceptedAsOne() {
    var entry = till.comes("100.00", "Baeckerei Sommer", "DE77", "RE-2026-04711");
    assertThat(till.cash.match(till.creditor, Till.TODAY).likely()).isEqualTo(1);
    var offer = till.waiting(entry).offers().getFirst();
    assertThat(offer.kind()).isEqualTo("netted");
    assertThat(offer.credits()).containsExactly(new Waiting.Netted("GS-2026-0815", "RE-2026-04711", Till.euros("19.00")));
    till.cash.accept(offer.proposal(), till.ada());
    assertThat(till.open(invoice).isZero()).isTrue();
    assertThat(left()).isEqualTo("null");
    till.cash.reverseAll(entry, "a mistake", till.ada());
    assertThat(till.open(invoice)).isEqualTo(Till.euros("119.00"));
    assertThat(left()).isEqualTo("GS-2026-0815");
  }

  @Test
  void ofSeveralCreditNotesItIsTheOneThatIsNamed() {
    credit("GS-2026-0900", "19.00");
    var entry = till.comes("100.00", "Baeckerei Sommer", "DE77", "RE-2026-04711 abzgl. GS 2026-0900");
    till.cash.match(till.creditor, Till.TODAY);
    assertThat(till.waiting(entry).offers().getFirst().credits()).extracting(Waiting.Netted::creditNote).containsExactly("GS-2026-0900");
  }

  @Test
  void twoThatFitAreNobodysChoice() {
    credit("GS-2026-0900", "19.00");
    till.comes("100.00", "Baeckerei Sommer", "DE77", "RE-2026-04711");
    till.cash.match(till.creditor, Till.TODAY);
    assertThat(till.text("select count(*) from banking.proposal_credit where creditor_id = ?", till.creditor.value())).isEqualTo("0");
  }

  @Test
  void aReturnedDebitGivesTheCreditNoteBack() {
    var entry = till.comes("100.00", "Baeckerei Sommer", "DE77", "RE-2026-04711");
    till.cash.match(till.creditor, Till.TODAY);
    till.cash.accept(till.waiting(entry).offers().getFirst().proposal(), till.ada());
    till.goesBack("100.00", "Baeckerei Sommer", "DE77", "Rücklastschrift", "e2e-RE-2026-04711");
    assertThat(till.cash.match(till.creditor, Till.TODAY).returned()).isEqualTo(1);
    assertThat(till.open(invoice)).isEqualTo(Till.euros("119.00"));
    assertThat(left()).isEqualTo("GS-2026-0815");
  }
}
