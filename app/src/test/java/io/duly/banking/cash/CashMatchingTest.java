package io.duly.banking.cash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duly.doctor.Doctor;
import io.duly.doctor.Finding;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Money that came is allocated, proposed, held against contact, taken back. */
@Tag("P08")
class CashMatchingTest extends AtTheTill {
  /** The fixture writes cases and drafts by itself; what is asked of money must hold all the same. */
  private static final List<String> MONEY =
      List.of("currency-known", "posting-currency", "posting-causes", "invoice-bounds", "receipt-bounds", "reversal-mirrors", "settled-on", "used-up", "posting-guard");


  @Test
  void whatIsSureIsAllocatedAndTheJournalSaysWhy() {
    var debtor = till.debtor("10031", "Bäckerei Sommer OHG");
    var invoice = till.owes(debtor, "RE-2026-04711", "119.00");
    var recovery = till.recovery(debtor);
    var draft = till.draft(debtor, recovery, invoice);
    till.comes("119.00", "Baeckerei Sommer", "DE77", "Rechnung 2026 04711");
    assertThat(till.cash.match(till.creditor, Till.TODAY)).isEqualTo(new MatchReport(1, 1, 1, 0, 0, 0, 0));
    assertThat(till.open(invoice).isZero()).isTrue();
    assertThat(till.text("select summary from journal.entry where case_id = ?", recovery)).contains("119.00 EUR", "RE-2026-04711", "the amount is exactly what is open");
    assertThat(till.text("select state from correspondence.message where id = ?", draft)).isEqualTo("withdrawn");
    assertThat(till.text("select touched from cases.recovery_case where id = ?", recovery)).isEqualTo("true");
    assertThat(till.cash.match(till.creditor, Till.TODAY)).isEqualTo(MatchReport.NONE);
  }

  /** Story 1: the reminder is queued, the payment comes with a typo in the number. */
  @Test
  void paidYesterday() {
    var debtor = till.debtor("10031", "Bäckerei Sommer OHG");
    var invoice = till.owes(debtor, "RE-2026-04711", "119.00");
    var recovery = till.recovery(debtor);
    var draft = till.draft(debtor, recovery, invoice);
    var entry = till.comes("119.00", "Bäckerei Sommer OHG", "DE77", "Rechnung RE-2026-04771");
    till.cash.match(till.creditor, Till.TODAY);
    assertThat(till.text("select state from correspondence.message where id = ?", draft)).isEqualTo("withdrawn");
    var waiting = till.waiting(entry);
    assertThat(waiting.candidates()).containsExactly("Bäckerei Sommer OHG");
    var offer = waiting.offers().getFirst();
    assertThat(offer.kind()).isEqualTo("mistyped-number");
    assertThat(offer.why()).contains("nearly names invoice RE-2026-04711");
    till.cash.accept(offer.proposal(), till.ada());
    assertThat(till.open(invoice).isZero()).isTrue();
    assertThat(till.text("select count(*) from journal.entry where case_id = ? and summary like '%accepted by person:ada%'", recovery)).isEqualTo("1");
    assertThatThrownBy(() -> till.cash.accept(offer.proposal(), till.ada())).isInstanceOf(CannotMatch.class).hasMessageContaining("accepted already");
  }

  @Test
  void aReversalFreesTheMoneyHoldsTheDebtorAndForgetsTheAccount() {
    var debtor = till.debtor("10031", "Bäckerei Sommer OHG");
    var invoice = till.owes(debtor, "RE-2026-04711", "119.00");
    var entry = till.comes("119.00", "Baeckerei Sommer", "DE77", "RE-2026-04711");
    till.cash.match(till.creditor, Till.TODAY);
    assertThat(till.text("select count(*) from banking.payer_account where creditor_id = ?", till.creditor.value())).isEqualTo("1");
    till.cash.reverse(till.postings(invoice).getFirst(), "it was for the other branch", till.ada());
    assertThat(till.open(invoice)).isEqualTo(Till.euros("119.00"));
    assertThat(till.waiting(entry).candidates()).containsExactly("Bäckerei Sommer OHG");
    assertThat(till.text("select count(*) from banking.payer_account where creditor_id = ?", till.creditor.value())).isEqualTo("0");
    till.cash.allocate(entry, List.of(new Allotment("RE-2026-04711", Optional.of(Till.euros("100.00")))), till.ada());
    assertThat(till.open(invoice)).isEqualTo(Till.euros("19.00"));
    assertThat(till.waiting(entry).left()).isEqualTo(Till.euros("19.00"));
  }

  @Test
  void anOverpaidRestWaitsWithItsDebtorAsCandidate() {
    var debtor = till.debtor("10031", "Bäckerei Sommer OHG");
    till.owes(debtor, "RE-2026-04711", "119.00");
    var entry = till.comes("120.00", "Bäckerei Sommer", "DE77", "RE-2026-04711");
    till.cash.match(till.creditor, Till.TODAY);
    assertThat(till.waiting(entry).left()).isEqualTo(Till.euros("1.00"));
    assertThat(till.waiting(entry).candidates()).containsExactly("Bäckerei Sommer OHG");
    till.cash.setAside(entry, "given back in cash", till.ada());
    assertThat(till.text("select count(*) from ledger.receipt_candidate where creditor_id = ?", till.creditor.value())).isEqualTo("0");
  }

  @Test
  void moneyThatCouldBeTheirsBlocksContactUntilItIsSetAside() {
    var debtor = till.debtor("10031", "Bäckerei Sommer OHG");
    var invoice = till.owes(debtor, "RE-2026-04711", "238.00");
    var recovery = till.recovery(debtor);
    var draft = till.draft(debtor, recovery, invoice);
    var entry = till.comes("238.00", "Unbekannt AG", "DE78", "danke");
    till.cash.match(till.creditor, Till.TODAY);
    assertThat(till.text("select state from correspondence.message where id = ?", draft)).isEqualTo("withdrawn");
    assertThat(till.waiting(entry).result()).isEqualTo("candidates");
    till.database.execute("update cases.recovery_case set touched = false where id = ?", recovery);
    till.cash.setAside(entry, "a deposit of the landlord", till.ada());
    assertThat(till.text("select touched from cases.recovery_case where id = ?", recovery)).isEqualTo("true");
    assertThat(till.text("select count(*) from ledger.receipt_candidate where creditor_id = ?", till.creditor.value())).isEqualTo("0");
    assertThat(till.cash.waiting(till.database, 1000)).noneMatch(one -> one.entry().equals(entry));
  }

  @Test
  void aReturnedDebitOpensTheInvoiceAgain() {
    var debtor = till.debtor("10031", "Bäckerei Sommer OHG");
    var invoice = till.owes(debtor, "RE-2026-04711", "119.00");
    var recovery = till.recovery(debtor);
    till.comes("119.00", "Bäckerei Sommer", "DE77", "RE-2026-04711");
    till.cash.match(till.creditor, Till.TODAY);
    till.goesBack("119.00", "Bäckerei Sommer", "DE77", "Rücklastschrift", "e2e-RE-2026-04711");
    assertThat(till.cash.match(till.creditor, Till.TODAY).returned()).isEqualTo(1);
    assertThat(till.open(invoice)).isEqualTo(Till.euros("119.00"));
    assertThat(till.text("select used_up from ledger.receipt where creditor_id = ?", till.creditor.value())).isEqualTo("true");
    assertThat(till.text("select count(*) from journal.entry where case_id = ? and kind = 'allocation-reversed'", recovery)).isEqualTo("1");
  }

  @Test
  void aReturnThatCouldBeOfTwoPaymentsIsProposed() {
    var debtor = till.debtor("10031", "Bäckerei Sommer OHG");
    var first = till.owes(debtor, "RE-2026-04711", "119.00");
    var second = till.owes(debtor, "RE-2026-04712", "119.00");
    till.comes("119.00", "Bäckerei Sommer", "DE77", "RE-2026-04711");
    till.comes("119.00", "Bäckerei Sommer", "DE77", "RE-2026-04712");
    till.cash.match(till.creditor, Till.TODAY);
    var back = till.goesBack("119.00", "Bäckerei Sommer", "DE77", "Rücklastschrift", "NOTPROVIDED");
    till.cash.match(till.creditor, Till.TODAY);
    assertThat(till.open(first).isZero() && till.open(second).isZero()).isTrue();
    assertThat(till.waiting(back).offers()).hasSize(2);
    till.cash.accept(till.waiting(back).offers().getFirst().proposal(), till.ada());
    assertThat(till.open(first).plus(till.open(second))).isEqualTo(Till.euros("119.00"));
  }

  @Test
  void twoMatchersAtOnceAllocateOnce() throws Exception {
    var debtor = till.debtor("10031", "Bäckerei Sommer OHG");
    for (int at = 0; at < 20; at++) {
      till.owes(debtor, "RE-2026-05%03d".formatted(at), "119.%02d".formatted(at));
      till.comes("119.%02d".formatted(at), "Bäckerei Sommer", "DE77", "RE-2026-05%03d".formatted(at));
    }
    Callable<MatchReport> match = () -> till.cash.match(till.creditor, Till.TODAY);
    try (var pool = Executors.newFixedThreadPool(2)) {
      var reports = pool.invokeAll(List.of(match, match));
      assertThat(reports.get(0).get().plus(reports.get(1).get()).sure()).isEqualTo(20);
    }
    assertThat(till.text("select count(*) from ledger.posting where debtor_id = ?", debtor.value())).isEqualTo("20");
  }

  @Test
  void theDoctorFindsNothing() throws SQLException {
    var debtor = till.debtor("10031", "Bäckerei Sommer OHG");
    var invoice = till.owes(debtor, "RE-2026-04711", "119.00");
    var entry = till.comes("119.00", "Bäckerei Sommer", "DE77", "RE-2026-04711");
    till.cash.match(till.creditor, Till.TODAY);
    assertThat(till.cash.reverseAll(entry, "a mistake", till.ada())).isEqualTo(1);
    till.cash.allocate(entry, List.of(new Allotment("RE-2026-04711", Optional.empty())), till.ada());
    till.goesBack("119.00", "Bäckerei Sommer", "DE77", "Rücklastschrift", "e2e-RE-2026-04711");
    assertThat(till.cash.match(till.creditor, Till.TODAY).returned()).isEqualTo(1);
    assertThat(till.open(invoice)).isEqualTo(Till.euros("119.00"));
    assertThat(office.the(Doctor.class).examine(_ -> {}).stream().filter(finding -> !finding.isHealthy()).map(Finding::check)).doesNotContainAnyElementsOf(MONEY);
  }
}
