package io.duly.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.cases.Casework;
import io.duly.testing.Office;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P13")
class ContactRulesCommandTest {
  @AutoClose private static final Office OFFICE = new Office();

  @Test
  void listsEveryRuleWithWhatItStandsOn() {
    var all = CommandRun.of("contact-rules", "--json");
    assertThat(all.exitCode()).isZero();
    assertThat(all.json().findValuesAsString("rule"))
        .doesNotHaveDuplicates()
        .contains("HOUSE-ONE-A-DAY", "US-REGF-SEVEN-CALLS", "AU-RG96-TEN-A-MONTH", "NL-BKI-4-2", "CA-ON-NOTICE", "ELSEWHERE-DEFAULT-PERSONS");
    assertThat(all.json()).allSatisfy(rule -> assertThat(rule.get("source").asString()).matches("https://.+|docs/.+"));
  }

  @Test
  void ofAPlaceOnlyItsOwnAndTheHouses() {
    var text = CommandRun.of("contact-rules", "US-MA").out();
    assertThat(text).contains("HOUSE-HOLD", "US-MA-TWO-CALLS", "940 CMR 7.00 7.04 (1) (f)").doesNotContain("NL-BKI-4-2", "ELSEWHERE");
    assertThat(CommandRun.of("contact-rules", "ZZ").out()).contains("ELSEWHERE-DEFAULT-PERSONS");
  }

  @Test
  void whoCollectsForAnotherIsSaidOnceAndChangesWhatMayBeDone() {
    var work = new Casework(OFFICE);
    work.sql.execute("update parties.debtor set kind = 'consumer', country = 'CA', region = 'ON', time_zone = 'America/Toronto' where id = ?", work.debtor.value());
    var name = work.sql.fetchSingle("select name from parties.creditor where id = ?", work.creditor.value()).get(0, String.class);
    assertThat(CommandRun.of(OFFICE.database(), "contact-rules", "--creditor", name, "--collects", "own_debts").exitCode()).isZero();
    assertThat(mayCall(work).exitCode()).isZero();
    assertThat(CommandRun.of(OFFICE.database(), "contact-rules", "--creditor", name, "--collects", "for_another").exitCode()).isZero();
    assertThat(mayCall(work).json().get("reasons").get(0).get("rule").asString()).isEqualTo("CA-ON-NOTICE");
  }

  private static CommandRun mayCall(Casework work) {
    return CommandRun.of(OFFICE.database(), "may-contact", work.debtor.toString(), "--channel", "call", "--at", "2026-06-03T10:00", "--json");
  }

  @Test
  void halfAStatementIsWrongUsage() {
    assertThat(CommandRun.of("contact-rules", "--creditor", "X")).returns(2, CommandRun::exitCode).matches(run -> run.err().contains("together"));
    assertThat(CommandRun.of("contact-rules", "--creditor", "X", "--collects", "unknown").exitCode()).isEqualTo(2);
    assertThat(CommandRun.of(OFFICE.database(), "contact-rules", "--creditor", "Nobody", "--collects", "own_debts")).returns(3, CommandRun::exitCode);
  }
}
