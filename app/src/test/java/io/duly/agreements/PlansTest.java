package io.duly.agreements;

import static io.duly.cases.Casework.BY_ANNA;
import static io.duly.cases.Casework.TODAY;
import static io.duly.cases.Casework.by;
import static io.duly.cases.Casework.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duly.cases.CannotRecord;
import io.duly.cases.Casework;
import io.duly.kernel.PlanId;
import io.duly.plans.BankDay;
import io.duly.plans.Instalment;
import io.duly.plans.Interest;
import io.duly.plans.Offer;
import io.duly.plans.Pace;
import io.duly.plans.Plan;
import io.duly.plans.PlanTerms;
import io.duly.plans.Renegotiated;
import io.duly.testing.Office;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P28")
class PlansTest {
  @AutoClose private static final Office OFFICE = new Office();
  private final Casework office = new Casework(OFFICE);
  private final Plans plans = office.the(Plans.class);
  private final Promises promises = office.the(Promises.class);

  /** Of 1,200.00 in parts of a month, the first in ten days. */
  static Agreed inParts(int parts) {
    var plan = Plan.of(eur("1200.00"), PlanTerms.equalParts(parts, TODAY.plusDays(10), new Pace.Months(1)), TODAY, BankDay.ANY);
    return Agreed.usual(new Offer(Offer.Kind.INSTALMENTS, eur("1200.00"), plan));
  }

  private PlanId record(Agreed agreed) {
    return office.sql.transactionResult(tx -> plans.record(tx.dsl(), office.caseId, agreed, BY_ANNA));
  }

  @Test
  void aPlansFirstInstalmentIsThePromiseThatRunsAndDraftsAreWithdrawn() {
    var draft = office.draft(TODAY);
    record(inParts(3));
    assertThat(office.stateOf(draft)).isEqualTo("withdrawn");
    assertThat(promises.running(office.sql, office.caseId).orElseThrow()).returns(eur("400.00"), Promise::amount).returns(TODAY.plusDays(10), Promise::dueOn);
    var plan = plans.running(office.sql, office.caseId, TODAY).orElseThrow();
    assertThat(plan.plan().instalments()).extracting(Instalment::amount).containsExactly(eur("400.00"), eur("400.00"), eur("400.00"));
    assertThat(plan.standing().paid()).isEqualTo(eur("0.00"));
    assertThat(office.journalKinds(office.caseId)).containsExactly("plan-made");
  }

  @Test
  void takesThePlaceOfAPromiseAndOfAnotherPlan() {
    promises.record(office.sql, office.caseId, eur("500.00"), TODAY.plusDays(4), Optional.empty(), BY_ANNA);
    var first = record(inParts(3));
    var second = record(inParts(2));
    assertThat(plans.all(office.sql, office.caseId, TODAY)).extracting(AgreedPlan::id, one -> one.ended().map(AgreedPlan.Ended::how))
        .containsExactlyInAnyOrder(org.assertj.core.groups.Tuple.tuple(second, Optional.empty()), org.assertj.core.groups.Tuple.tuple(first, Optional.of(AgreedPlan.How.SUPERSEDED)));
    assertThat(promises.trackRecord(office.sql, office.debtor)).hasToString("2 superseded");
  }

  @Test
  void refusesWhatIsNoLongerAboutWhatIsOwed() {
    office.invoice(office.debtor, "4712", "10.00", "EUR");
    assertThatThrownBy(() -> record(inParts(3))).isInstanceOf(CannotRecord.class).hasMessageContaining("1,210.00 EUR is open now, not 1,200.00 EUR");
    assertThat(plans.owed(office.sql, office.caseId, TODAY)).isEqualTo(eur("1210.00"));
  }

  @Test
  void nothingElseIsPromisedBesideAPlan() {
    record(inParts(3));
    assertThatThrownBy(() -> promises.record(office.sql, office.caseId, eur("10.00"), TODAY, Optional.empty(), BY_ANNA)).isInstanceOf(CannotRecord.class)
        .hasMessageContaining("A plan runs");
  }

  @Test
  void agreedAnewItKeepsItsHistoryAndEveryCent() {
    var first = record(inParts(3));
    var before = plans.running(office.sql, office.caseId, TODAY).orElseThrow().plan();
    var moved = new Renegotiated(before, 0, new Pace.Months(1)).extendedBy(2, BankDay.ANY);
    office.sql.transaction(tx -> plans.renegotiate(tx.dsl(), office.caseId, moved, Agreed.usual(inParts(3).offer()), by(TODAY.plusDays(5))));
    var now = plans.running(office.sql, office.caseId, TODAY.plusDays(5)).orElseThrow();
    assertThat(now).returns(Optional.of(first), AgreedPlan::replaces).returns(eur("1200.00"), one -> one.plan().total());
    assertThat(now.plan().instalments()).hasSize(5);
    assertThat(promises.running(office.sql, office.caseId).orElseThrow().amount()).isEqualTo(eur("240.00"));
    assertThat(office.journalKinds(office.caseId)).containsExactly("plan-made", "plan-renegotiated");
  }

  @Test
  void anotherInvoiceGoesAlongWhereTheNewPlanIsAboutExactlyItToo() {
    record(inParts(3));
    office.invoice(office.debtor, "4713", "90.00", "EUR");
    var before = plans.running(office.sql, office.caseId, TODAY).orElseThrow().plan();
    var tooLittle = new Renegotiated(before, 0, new Pace.Months(1)).increasedBy(eur("80.00"), Optional.empty(), BankDay.ANY);
    assertThatThrownBy(() -> plans.renegotiate(office.sql, office.caseId, tooLittle, inParts(3), BY_ANNA)).isInstanceOf(CannotRecord.class).hasMessageContaining("90.00 EUR is open, not 80.00 EUR");
    var whole = new Renegotiated(before, 0, new Pace.Months(1)).increasedBy(eur("90.00"), Optional.empty(), BankDay.ANY);
    office.sql.transaction(tx -> plans.renegotiate(tx.dsl(), office.caseId, whole, inParts(3), BY_ANNA));
    assertThat(plans.running(office.sql, office.caseId, TODAY).orElseThrow().plan().total()).isEqualTo(eur("1290.00"));
  }

  @Test
  void endsWithAReasonAndLeavesTheCaseToThePolicy() {
    record(inParts(3));
    office.decided();
    assertThatThrownBy(() -> plans.end(office.sql, office.caseId, " ", BY_ANNA)).isInstanceOf(CannotRecord.class);
    plans.end(office.sql, office.caseId, "They will pay all at once after the sale of the van.", BY_ANNA);
    assertThat(plans.running(office.sql, office.caseId, TODAY)).isEmpty();
    assertThat(promises.running(office.sql, office.caseId)).isEmpty();
    assertThat(office.touched(office.caseId)).isTrue();
  }

  @Test
  void theDatabaseRefusesAPlanThatDoesNotAddUp() {
    var plan = record(inParts(3));
    assertThatThrownBy(() -> office.sql.transaction(tx -> again(tx.dsl(), plan))).hasMessageContaining("instalments make");
  }

  private static void again(DSLContext tx, PlanId plan) {
    tx.execute("insert into agreements.instalment (plan_id, nth, creditor_id, due_on, amount) select id, 9, creditor_id, date '2027-01-01', 1 from agreements.plan where id = ?", plan.value());
  }

  @Test
  void aSinglePaymentIsNoPlan() {
    var once = Plan.of(eur("1200.00"), PlanTerms.equalParts(1, TODAY, new Pace.Days(1)).bearing(Interest.FROZEN), TODAY, BankDay.ANY);
    var agreed = Agreed.usual(new Offer(Offer.Kind.BY_DATE, eur("1200.00"), once));
    assertThatThrownBy(() -> record(agreed)).isInstanceOf(CannotRecord.class).hasMessageContaining("is a promise");
    assertThat(List.of(PaidBy.values())).hasSize(5);
  }
}
