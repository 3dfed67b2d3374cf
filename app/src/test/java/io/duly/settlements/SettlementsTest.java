package io.duly.settlements;

import static io.duly.cases.Casework.BY_ANNA;
import static io.duly.cases.Casework.TODAY;
import static io.duly.cases.Casework.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duly.agreements.Agreed;
import io.duly.agreements.PaidBy;
import io.duly.cases.CannotRecord;
import io.duly.cases.Casework;
import io.duly.cycle.DailyCycle;
import io.duly.doctor.Examined;
import io.duly.kernel.IdSource;
import io.duly.kernel.PostingId;
import io.duly.kernel.ReceiptId;
import io.duly.ledger.Allocation;
import io.duly.ledger.Ledger;
import io.duly.ledger.Receipt;
import io.duly.plans.BankDay;
import io.duly.plans.Offer;
import io.duly.plans.OnMiss;
import io.duly.plans.Pace;
import io.duly.plans.Plan;
import io.duly.plans.PlanTerms;
import io.duly.testing.Office;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** 60 % of 1,200.00 by Friday 5 June in full and final satisfaction. */
@Tag("P29")
class SettlementsTest {
  private static final LocalDate FRIDAY = TODAY.plusDays(4);
  private static final LocalDate MONDAY = TODAY.plusDays(7);

  @AutoClose private final Office offices = new Office();
  private final Casework office = new Casework(offices);
  private final Settlements settlements = office.the(Settlements.class);

  private void theirAccountantConfirmedThatThereIsNoMoney() {
    office.sql.execute(
        """
        insert into cases.reason (id, creditor_id, case_id, category, own_words, stated_on, recorded_by, outcome, verified_on, verified_how)
        values (?, ?, ?, 'no_money', 'We cannot pay all of it.', '2026-05-20', 'person:anna', 'confirmed', '2026-05-28', 'their accountant showed the books')
        """, office.the(IdSource.class).next(), office.creditor.value(), office.caseId.value());
  }

  private void settle() {
    var plan = Plan.of(eur("720.00"), PlanTerms.equalParts(1, FRIDAY, new Pace.Days(1)), TODAY, BankDay.ANY);
    var agreed = new Agreed(new Offer(Offer.Kind.SETTLEMENT, eur("1200.00"), plan), OnMiss.ONE_GRACE, 3, PaidBy.TRANSFER, Optional.of("Friday, and then it is over."));
    office.sql.transaction(tx -> settlements.record(tx.dsl(), office.caseId, agreed, "Insolvency is near; their accountant showed the books.", "person:mona", BY_ANNA));
  }

  private void pay(LocalDate on) {
    var receipt = new ReceiptId(office.the(IdSource.class).next());
    var ledger = office.the(Ledger.class);
    ledger.receive(office.sql, List.of(Receipt.of(receipt, office.creditor, office.debtor, eur("720.00"), on, Receipt.Kind.MANUAL)));
    ledger.allocate(office.sql, List.of(new Allocation(new PostingId(office.the(IdSource.class).next()), office.invoice, new Allocation.FromReceipt(receipt), eur("720.00"), on, "duly", Optional.empty())));
  }

  private void run(LocalDate day) {
    office.the(DailyCycle.class).run(day);
  }

  private String rows(String query) {
    return office.sql.fetch(query).stream().map(row -> row.intoList().stream().map(String::valueOf).collect(Collectors.joining(" "))).collect(Collectors.joining("\n"));
  }

  @Test
  void isRefusedWhereNothingOnRecordSaysThatTheWholeWillHardlyBeRecovered() {
    assertThatThrownBy(this::settle).isInstanceOf(CannotRecord.class).hasMessageContaining("record the reason and check it first");
    assertThat(settlements.ground(office.sql, office.caseId, TODAY)).isEmpty();
    theirAccountantConfirmedThatThereIsNoMoney();
    assertThat(settlements.ground(office.sql, office.caseId, TODAY)).contains("reason confirmed: no money");
  }

  @Test
  void paidInTimeTheRestIsWrittenOffWithItsReasonTheyAreReleasedAndTheCaseCloses() {
    office.sql.execute("update parties.debtor set email = 'a@seeblick.example' where id = ?", office.debtor.value());
    theirAccountantConfirmedThatThereIsNoMoney();
    settle();
    run(TODAY);
    assertThat(rows("select count(*) from correspondence.message where state = 'checked'")).isEqualTo("0");
    pay(FRIDAY);
    run(MONDAY);
    assertThat(rows("select ended from agreements.plan")).isEqualTo("kept");
    assertThat(rows("select written_off, waived, coalesce(tax::text, '-'), released_on from agreements.settlement")).isEqualTo("48000 0 - " + MONDAY);
    assertThat(rows("select kind, amount, why from ledger.posting where kind = 'write_off'")).isEqualTo("write_off 48000 settlement: Insolvency is near; their accountant showed the books.");
    assertThat(rows("select purpose, channel, amounts[1], planned_on from correspondence.message where state = 'checked'")).isEqualTo("release email 0 " + MONDAY);
    run(MONDAY);
    assertThat(rows("select stage from cases.recovery_case")).isEqualTo("closed");
    assertThat(rows("select purpose from correspondence.message where state = 'checked'")).isEqualTo("release");
    assertThat(office.journalKinds(office.caseId)).containsSubsequence("plan-made", "settlement-made", "promise-judged", "plan-kept", "release-drafted", "settlement-released", "closed");
  }

  @Test
  void paidOnTheMondayAfterTheWholeDebtIsOwedAgainAndTheMoneyIsAPartOfIt() {
    theirAccountantConfirmedThatThereIsNoMoney();
    settle();
    run(TODAY);
    pay(MONDAY);
    run(MONDAY.plusDays(2));
    assertThat(rows("select ended from agreements.plan")).isEqualTo("broken");
    assertThat(rows("select count(*) from ledger.posting where kind = 'write_off'")).isEqualTo("0");
    assertThat(office.the(Ledger.class).openBalance(office.sql, office.invoice, MONDAY).orElseThrow()).isEqualTo(eur("480.00"));
    assertThat(rows("select because from cases.recovery_case")).contains("720.00 EUR was promised for 2026-06-05");
    assertThat(rows("select string_agg(summary, ' | ' order by seq) from journal.entry where kind = 'plan-broken'")).isEqualTo("The settlement was not paid by its day: the whole debt is owed again.");
  }

  @Test
  void ofAnInvoiceThatSaysItsTaxTheBooksAreToldTheTaxInWhatIsWrittenOff() {
    offices.database().execute("update ledger.invoice set tax = 20000 where id = '" + office.invoice + "'");
    theirAccountantConfirmedThatThereIsNoMoney();
    settle();
    pay(FRIDAY);
    run(MONDAY);
    assertThat(rows("select summary from journal.entry where kind = 'settlement-released'")).contains("480.00 EUR is written off").contains("80.00 EUR of what is written off is tax");
    assertThat(rows("select tax from agreements.settlement")).isEqualTo("8000");
    assertThat(Examined.complaints(offices.database())).noneMatch(one -> one.matches("(plan|settlement|instalment|promise|posting|message|stage|sent).*"));
  }
}
