package io.duly.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Half a year of a generated history, day by day. */
class ReplayTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final LocalDate LAST = FIRST.plusDays(183);
  private static final Night NIGHT = new Night();
  private static final List<String> WITHOUT_NEXT_ACTION = new ArrayList<>();
  private static ReplayReport report;

  @BeforeAll
  static void replay() {
    var history = new History(20260601, NIGHT.creditor);
    for (int n = 0; n < 80; n++) {
      var debtor = NIGHT.debtor("K-" + n);
      for (int invoice = 0; invoice < 10; invoice++) {
        history.invoice(debtor, FIRST.minusDays(60), 240);
      }
    }
    NIGHT.database.ask(
        sql -> {
          history.store(sql);
          return 0;
        });
    report = NIGHT.byHand.replay.run(FIRST, LAST, ReplayTest::look);
  }

  @AfterAll
  static void close() {
    NIGHT.close();
  }

  private static void look(RunReport day) {
    WITHOUT_NEXT_ACTION.addAll(
        NIGHT.rows(
            """
            select '%1$s', id from cases.recovery_case
             where stage <> 'closed' and (next_action is null or next_action_on is null or review_on <= date '%1$s')
            """
                .formatted(day.date())));
  }

  @Test
  void everyDayWasRunAndSomethingHappened() {
    assertThat(report.days()).isEqualTo(184);
    assertThat(report.failed()).isZero();
    assertThat(report.messages()).isGreaterThan(200);
    assertThat(report.tasks()).isGreaterThan(50);
    assertThat(NIGHT.rows("select distinct step from cases.step_taken"))
        .contains("first-reminder", "second-reminder", "call", "formal-demand", "final-demand", "placement");
  }

  @Test
  @Tag("P13")
  void nobodyIsContactedTwiceOnADay() {
    assertThat(NIGHT.rows("select debtor_id, day from correspondence.contact group by 1, 2 having count(*) > 1")).isEmpty();
    assertThat(NIGHT.rows("select debtor_id, sent_on from correspondence.message group by 1, 2 having count(*) > 1")).isEmpty();
    assertThat(NIGHT.one("select count(*) from correspondence.contact")).isEqualTo(String.valueOf(report.messages()));
  }

  @Test
  @Tag("P08")
  void noMessageNamesAnInvoiceThatWasSettledOrAsksForMoreThanWasOpen() {
    var wrong =
        """
        select m.id, line.invoice, m.planned_on from correspondence.message m,
               unnest(m.invoice_ids, m.amounts) line (invoice, amount)
         where line.amount > ledger.open_on(line.invoice, m.planned_on) or line.amount <= 0
        """;
    assertThat(NIGHT.rows(wrong)).isEmpty();
  }

  @Test
  @Tag("P33")
  void everyOpenCaseHasANextActionOnEveryDay() {
    assertThat(WITHOUT_NEXT_ACTION).isEmpty();
  }

  @Test
  @Tag("P32")
  void everyOverdueAccountHasACaseOnceItIsOverdue() {
    var missing =
        """
        select distinct i.debtor_id, i.currency from ledger.invoice i
         where i.due_on < date '%1$s' and i.issued_on <= date '%1$s' and ledger.open_on(i.id, date '%1$s') > 0
           and not exists (select from cases.recovery_case c
             where c.debtor_id = i.debtor_id and c.currency = i.currency and c.stage <> 'closed')
        """
            .formatted(LAST);
    assertThat(NIGHT.rows(missing)).isEmpty();
  }

  @Test
  @Tag("I6")
  void theStepsOfAnInvoiceKeepTheirOrderAndTheirGaps() {
    var steps =
        """
        select invoice_id from (select s.*, lag(taken_on) over (partition by invoice_id order by taken_on) as before
          from cases.step_taken s) t where taken_on - before < 3
        """;
    assertThat(NIGHT.rows(steps)).isEmpty();
  }
}
