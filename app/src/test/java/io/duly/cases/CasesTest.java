package io.duly.cases;

import static io.duly.cases.Casework.BY_ANNA;
import static io.duly.cases.Casework.TODAY;
import static io.duly.cases.Casework.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.duly.kernel.IdSource;
import io.duly.kernel.PostingId;
import io.duly.kernel.ReceiptId;
import io.duly.ledger.Allocation;
import io.duly.ledger.Ledger;
import io.duly.ledger.Receipt;
import io.duly.strategy.NextAction;
import io.duly.strategy.Stage;
import io.duly.testing.Office;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CasesTest {
  @AutoClose private static final Office OFFICE = new Office();
  private final Casework office = new Casework(OFFICE);
  private final Cases cases = OFFICE.the(Cases.class);

  @Test
  void theBalanceIsDerivedFromPostingsAsOfTheDay() {
    pay("200.00");
    assertThat(show(0).openBalance()).isEqualTo(eur("1000.00"));
    assertThat(show(-1).openBalance()).isEqualTo(eur("1200.00"));
    assertThat(show(-61).openBalance()).isEqualTo(eur("0.00"));
  }

  @Test
  void isFoundByNumberAndById() {
    var view = show(0);
    assertThat(cases.find(office.sql, Long.toString(view.number()))).contains(office.caseId);
    assertThat(cases.find(office.sql, office.caseId.toString())).contains(office.caseId);
    assertThat(cases.find(office.sql, "Seeblick")).isEmpty();
    assertThat(view.next()).contains(new NextAction(NextAction.Kind.WAIT, TODAY.plusDays(3)));
    assertThat(view.because()).contains("waits: the second reminder is due on 2026-06-04");
  }

  @Test
  void closedCasesAreListedOnlyWhenAskedFor() {
    office.sql.execute(
        "update cases.recovery_case set stage = 'closed', closed_on = ?, closed_why = 'paid' where id = ?", TODAY, office.caseId.value());
    var ofDebtor = Optional.of("Seeblick");
    var all = new CaseFilter(Optional.empty(), ofDebtor, Optional.empty(), Optional.empty(), 1000);
    var closed = new CaseFilter(Optional.empty(), ofDebtor, Optional.of(Stage.CLOSED), Optional.empty(), 1000);
    assertThat(cases.list(office.sql, all, TODAY)).extracting(CaseView::id).doesNotContain(office.caseId);
    assertThat(cases.list(office.sql, closed, TODAY)).extracting(CaseView::id).contains(office.caseId);
  }

  @Test
  @Tag("P06")
  void theChecklistKnowsWhatTheFactsTell() {
    var files = OFFICE.the(CaseFiles.class);
    var missing = files.checklist(office.sql, office.caseId, TODAY).missing();
    assertThat(missing).extracting(Checklist.Line::item).containsExactly(ChecklistItem.values());
    files.mark(office.sql, office.caseId, ChecklistItem.DELIVERY, Checklist.State.THERE, Optional.empty(), BY_ANNA);
    files.mark(office.sql, office.caseId, ChecklistItem.DELIVERY, Checklist.State.NOT_NEEDED, Optional.empty(), BY_ANNA);
    var after = files.checklist(office.sql, office.caseId, TODAY);
    assertThat(after.missing()).hasSize(missing.size() - 1);
    assertThat(after.lines().get(2).detail()).isEqualTo("not needed, says person:anna");
    assertThat(office.journalKinds(office.caseId)).containsExactly("checklist-marked", "checklist-marked");
  }

  private void pay(String amount) {
    var ids = OFFICE.the(IdSource.class);
    var receipt = new ReceiptId(ids.next());
    var ledger = OFFICE.the(Ledger.class);
    ledger.receive(office.sql, List.of(Receipt.of(receipt, office.creditor, office.debtor, eur(amount), TODAY, Receipt.Kind.MANUAL)));
    ledger.allocate(
        office.sql,
        List.of(
            new Allocation(
                new PostingId(ids.next()), office.invoice, new Allocation.FromReceipt(receipt), eur(amount), TODAY, "person:anna",
                Optional.empty())));
  }

  private CaseView show(int days) {
    return cases.show(office.sql, office.caseId, TODAY.plusDays(days)).orElseThrow();
  }
}
