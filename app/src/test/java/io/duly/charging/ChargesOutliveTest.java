package io.duly.charging;

import static io.duly.charging.Account.day;
import static io.duly.charging.Account.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.duly.cycle.DailyCycle;
import io.duly.kernel.Money;
import io.duly.ledger.Charge;
import io.duly.ledger.ChargeLine;
import io.duly.testing.Office;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of a case whose principal is paid and which has charges. */
@Tag("P33")
class ChargesOutliveTest {
  @AutoClose private static final Office OFFICE = new Office();
  private final Account account = new Account(OFFICE);

  @Test
  void aCaseOverSmallChargesClosesAndTheyAreWaivedAndAnotherWaitsForAPerson() {
    var large = new Account(OFFICE);
    for (var one : List.of(account, large)) {
      one.post("2026-06-01");
      one.pay(one.work.invoice, one.receive("1200.00", "2026-06-01"), "1200.00", "2026-06-01");
    }
    account.charges("2026-06-01").forEach(line -> waive(account, line, line.open().min(eur("5.00"))));
    account.charges("2026-06-01").stream()
        .filter(line -> line.charge().kind() == Charge.Kind.COMPENSATION)
        .forEach(line -> waive(account, line, line.open()));

    OFFICE.the(DailyCycle.class).run(day("2026-06-02"));

    assertThat(account.charges("2026-06-02")).allSatisfy(line -> assertThat(line.open().isZero()).isTrue());
    assertThat(stage(account)).isEqualTo("closed");
    assertThat(because(account)).contains("which are let go");
    assertThat(large.charges("2026-06-02").stream().map(ChargeLine::open).anyMatch(open -> open.isPositive())).isTrue();
    assertThat(stage(large)).isNotEqualTo("closed");
    assertThat(tasks(large)).isEqualTo(1);
    assertThat(messages(large)).isZero();
    large.charges("2026-06-02").forEach(line -> waive(large, line, line.open()));
    OFFICE.the(DailyCycle.class).again(day("2026-06-02"));
    assertThat(stage(large)).isEqualTo("closed");
  }

  private static void waive(Account one, ChargeLine line, Money amount) {
    one.work.sql.transaction(tx ->
        one.charging.waive(tx.dsl(), line.charge().id(), Optional.of(amount), "goodwill", Account.by(line.charge().postedOn().toString())));
  }

  private static String stage(Account one) {
    return one.work.sql.fetchSingle("select stage from cases.recovery_case where id = ?", one.work.caseId.value()).get(0, String.class);
  }

  private static String because(Account one) {
    return one.work.sql.fetchSingle(
            "select summary from journal.entry where case_id = ? and kind = 'closed'", one.work.caseId.value())
        .get(0, String.class);
  }

  private static int tasks(Account one) {
    return one.work.sql.fetch(
            "select 1 from cases.task where case_id = ? and kind = 'review' and done_on is null", one.work.caseId.value())
        .size();
  }

  private static int messages(Account one) {
    return one.work.sql.fetch("select 1 from correspondence.message where case_id = ?", one.work.caseId.value()).size();
  }
}
