package io.duly.cycle;

import static io.duly.cycle.Night.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DailyCycleTest {
  private static final String EVERYTHING =
      """
      select 'decision', case_id::text, decided_on, nth, reasons from cycle.decision
      union all select 'case', id::text, review_on, priority, because from cases.recovery_case
      union all select 'message', id::text, planned_on, 0, state from correspondence.message
      union all select 'task', id::text, due_on, 0, why from cases.task
      union all select 'step', invoice_id::text, taken_on, 0, step from cases.step_taken
      union all select 'journal', case_id::text, recorded_at::date, seq, hash::text from journal.entry order by 1, 2, 3, 4
      """;

  private final Night night = new Night();

  @AfterEach
  void close() {
    night.close();
  }

  @Test
  @Tag("P32")
  void opensACaseAndDraftsTheFirstContactOnTheFirstDayOverdue() {
    var debtor = night.debtor("K-1");
    night.invoice(debtor, "1200.00", TODAY.minusDays(1));
    var report = night.run(TODAY);
    assertThat(report).returns(1, RunReport::cases).returns(1, RunReport::messages).returns(0, RunReport::failed);
    assertThat(night.one("select stage, opened_on, next_action, next_action_on, touched from cases.recovery_case"))
        .isEqualTo("reminder 2026-06-01 send 2026-06-01 false");
    assertThat(night.one("select channel, step, state, language, planned_on, amounts[1] from correspondence.message"))
        .isEqualTo("email first-reminder checked en 2026-06-01 120000");
    assertThat(night.one("select step, taken_on from cases.step_taken")).isEqualTo("first-reminder 2026-06-01");
    assertThat(night.rows("select seq, kind, summary from journal.entry order by seq"))
        .containsExactly(
            "1 opened The case is opened: 1,200.00 EUR is open on 1 invoice.",
            "2 decided first contact about 1 invoice of 1,200.00 EUR, 1 day overdue");
  }

  @Test
  @Tag("P08")
  void asksNobodyWhileACreditNoteOfTheirsIsNotAllocated() {
    night.invoice(night.debtor("K-1"), "1200.00", TODAY.minusDays(1));
    night.database.execute(
        """
        insert into ledger.credit_note (id, creditor_id, debtor_id, number, currency, amount, issued_on)
        select gen_random_uuid(), creditor_id, id, 'G-1', 'EUR', 5000, '%s' from parties.debtor
        """.formatted(TODAY));
    night.run(TODAY);
    assertThat(night.one("select kind, why from cases.task"))
        .isEqualTo("allocate waits: 50.00 EUR credited 2026-06-01 is this debtor's and is not allocated yet");
    assertThat(night.one("select count(*) from correspondence.message")).isEqualTo("0");
  }

  @Test
  @Tag("P06")
  void writesByTheWayOfTheInvoicesWhereTheAddressItselfIsNotOnFile() {
    night.invoice(night.debtor("K-1"), "1200.00", TODAY.minusDays(1));
    night.database.execute("update parties.debtor set email = null, street = null, phone = null, bills_by = 'letter'");
    night.run(TODAY);
    assertThat(night.one("select channel from correspondence.message")).isEqualTo("letter");
  }

  @Test
  void opensNoCaseForAnInvoiceThatIsDueToday() {
    night.invoice(night.debtor("K-1"), "1200.00", TODAY);
    assertThat(night.run(TODAY).cases()).isZero();
    assertThat(night.one("select count(*) from cases.recovery_case")).isEqualTo("0");
  }

  @Test
  @Tag("I6")
  void theSameDayAgainChangesNothing() {
    for (int n = 0; n < 30; n++) {
      night.invoice(night.debtor("K-" + n), "100.00", TODAY.minusDays(n));
    }
    night.run(TODAY);
    var before = night.rows(EVERYTHING);
    assertThat(night.run(TODAY)).returns(0, RunReport::cases).returns(0, RunReport::decided);
    assertThat(night.rows(EVERYTHING)).isEqualTo(before).hasSizeGreaterThan(100);
  }

  @Test
  void theSameDayAgainDecidesOnlyWhatWasTouched() {
    var one = night.debtor("K-1");
    var other = night.debtor("K-2");
    var paid = night.invoice(one, "100.00", TODAY.minusDays(5));
    night.invoice(other, "100.00", TODAY.minusDays(5));
    night.run(TODAY);
    night.pay(one, paid, "100.00", TODAY);
    assertThat(night.run(TODAY)).returns(1, RunReport::cases);
    assertThat(night.rows("select nth, action from cycle.decision order by nth, action"))
        .containsExactly("0 send", "0 send", "1 close");
  }

  @Test
  @Tag("P33")
  void closesACaseInWhichNothingIsOpenAndEndsItsWork() {
    var debtor = night.debtor("K-1");
    var invoice = night.invoice(debtor, "300.00", TODAY.minusDays(20));
    night.run(TODAY);
    night.database.execute(
        """
        insert into cases.task (id, creditor_id, case_id, kind, why, created_on, due_on)
        select gen_random_uuid(), creditor_id, id, 'review', 'look', '2026-06-01', '2026-06-02' from cases.recovery_case
        """);
    night.pay(debtor, invoice, "300.00", TODAY.plusDays(1));
    night.run(TODAY.plusDays(1));
    assertThat(night.one("select stage, closed_on, next_action from cases.recovery_case")).isEqualTo("closed 2026-06-02 null");
    assertThat(night.one("select done_on, done_by from cases.task")).isEqualTo("2026-06-02 duly");
    assertThat(night.one("select state from correspondence.message")).isEqualTo("withdrawn");
    assertThat(night.one("select kind from journal.entry order by seq desc limit 1")).isEqualTo("closed");
  }

  @Test
  @Tag("I6")
  void missedDaysAreCaughtUpOneStepAtATimeWithTheirGaps() {
    var debtor = night.debtor("K-1");
    night.invoice(debtor, "1000.00", TODAY.minusDays(1));
    night.replay(TODAY, TODAY);
    night.replay(TODAY.plusDays(60), TODAY.plusDays(90));
    assertThat(night.rows("select step, taken_on - date '2026-06-01' from cases.step_taken order by taken_on").subList(0, 2))
        .containsExactly("first-reminder 0", "second-reminder 60");
    assertThat(night.one("select min(taken_on - before) from (select taken_on, lag(taken_on) over (order by taken_on) as before from cases.step_taken) s"))
        .satisfies(gap -> assertThat(Integer.parseInt(gap)).isGreaterThanOrEqualTo(5));
  }

  @Test
  @Tag("P13")
  void twoCurrenciesOfOneDebtorMakeOneContactADay() {
    var debtor = night.debtor("K-1");
    night.invoice(debtor, "100.00", "EUR", TODAY.minusDays(5));
    night.invoice(debtor, "9000.00", "USD", TODAY.minusDays(5));
    assertThat(night.run(TODAY)).returns(2, RunReport::cases).returns(1, RunReport::messages).returns(0, RunReport::failed);
    assertThat(night.one("select currency from correspondence.message")).isEqualTo("USD");
    assertThat(night.rows("select currency, next_action, review_on > date '2026-06-01' from cases.recovery_case order by 1"))
        .containsExactly("EUR wait true", "USD send true");
  }

  @Test
  @Tag("I10")
  void anAccountThatFailsIsSetAsideAndTriedAgainWhileTheOthersGoThrough() {
    var bad = night.debtor("K-1");
    night.database.execute("update parties.creditor set policy = 'missing' where id = '" + night.creditor + "'");
    night.invoice(bad, "100.00", TODAY.minusDays(5));
    assertThat(night.run(TODAY)).returns(1, RunReport::failed).returns(0, RunReport::decided);
    assertThat(night.one("select error from cycle.set_aside")).startsWith("policy missing is not there: choose one of");
    night.database.execute("update parties.creditor set policy = 'firm' where id = '" + night.creditor + "'");
    assertThat(night.run(TODAY)).returns(0, RunReport::failed).returns(1, RunReport::decided);
    assertThat(night.one("select resolved_on from cycle.set_aside")).isEqualTo("2026-06-01");
  }

  @Test
  @Tag("I10")
  void anAccountThatTheDatabaseRefusesIsFoundAndSetAsideAlone() {
    for (int n = 0; n < 20; n++) {
      night.invoice(night.debtor("K-" + n), "100.00", TODAY.minusDays(5));
    }
    night.database.execute(
        """
        create function refuse_one() returns trigger language plpgsql as $$ begin
          if exists (select from parties.debtor where id = new.debtor_id and external_id = 'K-11') then
            raise exception 'refused on purpose'; end if; return new; end $$
        """,
        "create trigger refuse before insert on correspondence.message for each row execute function refuse_one()");
    assertThat(night.run(TODAY)).returns(1, RunReport::failed).returns(19, RunReport::decided);
    assertThat(night.one("select d.external_id || ' ' || s.error from cycle.set_aside s join parties.debtor d on d.id = s.debtor_id"))
        .isEqualTo("K-11 The database refused what was decided (P0001): refused on purpose");
    assertThat(night.one("select count(*) from cases.recovery_case")).isEqualTo("19");
  }

  @Test
  @Tag("I11")
  void refusesADayBeforeTheLastOne() {
    night.run(TODAY);
    assertThatThrownBy(() -> night.run(TODAY.minusDays(1)))
        .isInstanceOf(NotThatDay.class)
        .hasMessageContaining("2026-06-01 was run already");
  }

  @Test
  @Tag("P08")
  void writesToNobodyWhoseMoneyIsNotAllocated() {
    var debtor = night.debtor("K-1");
    night.invoice(debtor, "500.00", TODAY.minusDays(5));
    night.receive(debtor, "500.00", TODAY.minusDays(1));
    assertThat(night.run(TODAY)).returns(0, RunReport::messages).returns(1, RunReport::tasks);
    assertThat(night.one("select kind from cases.task")).isEqualTo("allocate");
  }

  @Test
  @Tag("P34")
  void judgesAPromiseOnceItsDayHasPassed() {
    var debtor = night.debtor("K-1");
    night.invoice(debtor, "500.00", TODAY.minusDays(5));
    night.replay(TODAY, TODAY);
    night.database.execute(
        """
        insert into agreements.promise (id, creditor_id, case_id, debtor_id, currency, amount, made_on, due_on, recorded_by)
        select gen_random_uuid(), creditor_id, id, debtor_id, currency, 50000, '2026-06-01', '2026-06-05', 'person:anna'
          from cases.recovery_case
        """);
    night.replay(TODAY.plusDays(1), TODAY.plusDays(20));
    assertThat(night.one("select outcome from agreements.promise")).isEqualTo("broken");
    assertThat(night.rows("select kind from journal.entry")).contains("promise-judged");
    assertThat(night.rows("select planned_on from correspondence.message where planned_on > date '2026-06-01' and planned_on <= date '2026-06-05'"))
        .isEmpty();
  }
}
