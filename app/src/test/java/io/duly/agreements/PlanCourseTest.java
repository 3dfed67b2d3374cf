package io.duly.agreements;

import static io.duly.cases.Casework.BY_ANNA;
import static io.duly.cases.Casework.TODAY;
import static io.duly.cases.Casework.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.duly.cases.Casework;
import io.duly.cycle.DailyCycle;
import io.duly.kernel.IdSource;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.PostingId;
import io.duly.kernel.ReceiptId;
import io.duly.ledger.Allocation;
import io.duly.ledger.Ledger;
import io.duly.ledger.Receipt;
import io.duly.testing.Office;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Plans through the daily cycle: 1,200.00 in three parts, on 11 June, 11 July and 11 August. */
@Tag("P28")
@Tag("P34")
class PlanCourseTest {
  @AutoClose private final Office offices = new Office();
  private final Casework office = new Casework(offices);
  private final DailyCycle cycle = office.the(DailyCycle.class);

  private void agree(Agreed agreed) {
    office.sql.transaction(tx -> office.the(Plans.class).record(tx.dsl(), office.caseId, agreed, BY_ANNA));
  }

  private void pay(InvoiceId invoice, String amount, LocalDate on) {
    var receipt = new ReceiptId(office.the(IdSource.class).next());
    var ledger = office.the(Ledger.class);
    ledger.receive(office.sql, List.of(Receipt.of(receipt, office.creditor, office.debtor, eur(amount), on, Receipt.Kind.MANUAL)));
    var posting = new PostingId(office.the(IdSource.class).next());
    ledger.allocate(office.sql, List.of(new Allocation(posting, invoice, new Allocation.FromReceipt(receipt), eur(amount), on, "duly", Optional.empty())));
  }

  private String rows(String query) {
    return office.sql.fetch(query).stream().map(row -> row.intoList().stream().map(String::valueOf).collect(Collectors.joining(" "))).collect(Collectors.joining("\n"));
  }

  private String instalments() {
    return rows("select nth, due_on, amount, coalesce(outcome, 'runs') from agreements.promise order by nth");
  }

  private String plan() {
    return rows("select coalesce(ended, 'runs'), coalesce(grace_until::text, '-') from agreements.plan");
  }

  @Test
  void eachInstalmentFollowsTheOneBeforeAndTheLastEndsThePlanAndTheCase() {
    agree(PlansTest.inParts(3));
    cycle.run(TODAY);
    pay(office.invoice, "400.00", TODAY.plusDays(10));
    cycle.run(TODAY.plusDays(11));
    assertThat(instalments()).isEqualTo("1 2026-06-11 40000 kept\n2 2026-07-11 40000 runs");
    pay(office.invoice, "400.00", LocalDate.of(2026, 7, 15));
    cycle.run(LocalDate.of(2026, 7, 15));
    assertThat(instalments()).contains("2 2026-07-11 40000 late\n3 2026-08-11 40000 runs");
    pay(office.invoice, "400.00", LocalDate.of(2026, 8, 11));
    cycle.run(LocalDate.of(2026, 8, 12));
    assertThat(instalments()).endsWith("3 2026-08-11 40000 kept");
    assertThat(plan()).isEqualTo("kept -");
    assertThat(rows("select stage from cases.recovery_case")).isEqualTo("closed");
    assertThat(office.journalKinds(office.caseId)).containsSubsequence("plan-made", "promise-judged", "instalment-next", "promise-judged", "instalment-next", "promise-judged", "plan-kept", "closed");
  }

  @Test
  void moneyInExcessPaysTheNextInstalmentToo() {
    agree(PlansTest.inParts(3));
    cycle.run(TODAY);
    pay(office.invoice, "900.00", TODAY.plusDays(9));
    cycle.run(TODAY.plusDays(10));
    assertThat(instalments()).isEqualTo("1 2026-06-11 40000 kept\n2 2026-07-11 40000 kept\n3 2026-08-11 40000 runs");
    assertThat(office.the(Plans.class).running(office.sql, office.caseId, TODAY.plusDays(10)).orElseThrow().standing().instalments().get(2).paid()).isEqualTo(eur("100.00"));
  }

  @Test
  void moneyThatHadComeBeforeThePlanIsNotCountedForIt() {
    pay(office.invoice, "200.00", TODAY);
    var owed = office.the(Plans.class).owed(office.sql, office.caseId, TODAY);
    assertThat(owed).isEqualTo(eur("1000.00"));
    var plan = io.duly.plans.Plan.of(owed, io.duly.plans.PlanTerms.equalParts(2, TODAY, new io.duly.plans.Pace.Months(1)), TODAY, io.duly.plans.BankDay.ANY);
    agree(Agreed.usual(new io.duly.plans.Offer(io.duly.plans.Offer.Kind.INSTALMENTS, owed, plan)));
    cycle.run(TODAY.plusDays(1));
    assertThat(instalments()).isEqualTo("1 2026-06-01 50000 runs");
  }

  @Test
  void aMissHasItsGraceOnceAndThenAllFallsDue() {
    agree(PlansTest.inParts(3));
    cycle.run(TODAY);
    cycle.run(LocalDate.of(2026, 6, 15));
    assertThat(instalments()).isEqualTo("1 2026-06-11 40000 broken");
    assertThat(plan()).isEqualTo("runs 2026-06-22");
    pay(office.invoice, "400.00", LocalDate.of(2026, 6, 18));
    cycle.run(LocalDate.of(2026, 6, 19));
    assertThat(instalments()).endsWith("2 2026-07-11 40000 runs");
    cycle.run(LocalDate.of(2026, 7, 15));
    assertThat(plan()).isEqualTo("broken 2026-06-22");
    assertThat(office.journalKinds(office.caseId)).containsSubsequence("plan-made", "promise-judged", "instalment-missed", "instalment-next", "promise-judged", "plan-broken");
    assertThat(rows("select count(*) from agreements.promise where outcome is null")).isEqualTo("0");
  }

  @Test
  void whatElseFallsDueIsAskedForWhileAPlanRuns() {
    office.sql.execute("update parties.debtor set email = 'a@seeblick.example' where id = ?", office.debtor.value());
    agree(PlansTest.inParts(3));
    office.invoice(office.debtor, "4720", "55.00", "EUR");
    cycle.run(TODAY.plusDays(1));
    assertThat(rows("select amounts[1], cardinality(amounts) from correspondence.message where state = 'checked'")).isEqualTo("5500 1");
    assertThat(instalments()).isEqualTo("1 2026-06-11 40000 runs");
  }
}
