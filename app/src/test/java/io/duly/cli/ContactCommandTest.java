package io.duly.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.cases.Casework;
import io.duly.testing.Office;
import java.util.ArrayList;
import java.util.List;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P13")
class ContactCommandTest {
  @AutoClose private static final Office OFFICE = new Office();
  private final Casework work = new Casework(OFFICE);

  private CommandRun run(String... words) {
    return CommandRun.of(OFFICE.database(), words);
  }

  private CommandRun record(String outcome, String... words) {
    var all = new ArrayList<>(List.of("contact", "record", work.debtor.toString(), "--channel", "call", "--outcome", outcome));
    all.addAll(List.of(words));
    return run(all.toArray(String[]::new));
  }

  private void livesIn(String kind, String country, String phone) {
    work.sql.execute("update parties.debtor set kind = ?, country = ?, phone = ? where id = ?", kind, country, phone, work.debtor.value());
  }

  private String one(String sql) {
    return String.valueOf(work.sql.fetchSingle(sql, work.debtor.value()).get(0));
  }

  @Test
  void aCallTakesTheContactOfTheDayAndIsToldInTheJournal() {
    livesIn("consumer", "NL", "+31201234567");
    var run = record("no-answer", "--at", "2026-06-03T10:00", "--json");
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.json().get("written").asBoolean()).isTrue();
    assertThat(work.journalKinds(work.caseId)).containsExactly("contact-made");
    var again = record("talk", "--at", "2026-06-03T15:00", "--json");
    assertThat(again.exitCode()).isEqualTo(1);
    assertThat(again.json().get("reasons").get(0).get("rule").asString()).isEqualTo("HOUSE-ONE-A-DAY");
    assertThat(again.json().get("nextAllowed").asString()).isEqualTo("2026-06-04T05:00:00Z");
    assertThat(one("select count(*) from correspondence.contact where debtor_id = ?")).isEqualTo("1");
    assertThat(work.journalKinds(work.caseId)).containsExactly("contact-made");
  }

  @Test
  void aCallThatMayNotBeMadeIsRefusedWithTheRuleTheSourceAndFromWhenOn() {
    livesIn("consumer", "NL", "+31201234567");
    var run = record("talk", "--at", "2026-06-06T20:00");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("NL-BKI-4-2", "wetten.overheid.nl", "Allowed from Mon 2026-06-08 07:00");
    assertThat(one("select count(*) from correspondence.contact where debtor_id = ?")).isEqualTo("0");
  }

  @Test
  void theDebtorsOwnCallIsWrittenDownWhateverTheHourAndBeginsTheRest() {
    work.sql.execute("update parties.debtor set kind = 'consumer', country = 'US', region = 'TX', time_zone = 'America/Chicago' where id = ?", work.debtor.value());
    assertThat(record("talk", "--at", "2026-06-07T23:30", "--they-called", "--words", "The goods were late.").exitCode()).isZero();
    assertThat(work.journalKinds(work.caseId)).containsExactly("contact-received");
    var next = run("may-contact", work.debtor.toString(), "--channel", "call", "--at", "2026-06-13T12:00", "--json");
    assertThat(next.json().get("reasons").get(0).get("rule").asString()).isEqualTo("US-REGF-AFTER-CONVERSATION");
    var lines = run("contact", "list", work.debtor.toString(), "--json").json().get("contacts");
    assertThat(lines.get(0).get("direction").asString()).isEqualTo("in");
    assertThat(lines.get(0).get("words").asString()).isEqualTo("The goods were late.");
    assertThat(lines.get(0).get("day").asString()).isEqualTo("2026-06-07");
  }

  @Test
  void whatCameOfItMayBeSaidLaterAndTheLastWordCounts() {
    livesIn("consumer", "NL", "+31201234567");
    var contact = record("talk", "--at", "2026-06-03T10:00", "--json").json().get("contact").asString();
    assertThat(run("contact", "outcome", contact, "message-left", "--words", "The machine answered.").exitCode()).isZero();
    var line = run("contact", "list", work.debtor.toString(), "--json").json().get("contacts").get(0);
    assertThat(line.get("kind").asString()).isEqualTo("message-left");
    assertThat(line.get("words").asString()).isEqualTo("The machine answered.");
    assertThat(work.journalKinds(work.caseId)).containsExactly("contact-made", "contact-outcome");
    assertThat(run("contact", "outcome", work.debtor.toString(), "talk").exitCode()).isEqualTo(3);
  }

  @Test
  void aWrongNumberIsNotCalledAgainAndTheOnlyKnownOneIsMeant() {
    livesIn("consumer", "NL", "+31 20 123 4567");
    assertThat(record("wrong-number", "--at", "2026-06-03T10:00", "--number", "+31201234567").exitCode()).isZero();
    assertThat(one("select address || ': ' || why from correspondence.dead_address where debtor_id = ?"))
        .isEqualTo("+31 20 123 4567: the number is somebody else's");
  }

  @Test
  void aNumberThatIsNotSaidIsAskedFor() {
    livesIn("consumer", "NL", null);
    var run = record("wrong-number", "--at", "2026-06-03T10:00");
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("Say which number was wrong");
    assertThat(one("select count(*) from correspondence.contact where debtor_id = ?")).as("nothing was half done").isEqualTo("0");
  }

  @Test
  void aCallThatNobodyAnsweredIsAskedForAgainAtAnotherHourThreeTimes() {
    livesIn("company", "NL", "+31201234567");
    work.sql.execute(
        "insert into cases.task (id, creditor_id, case_id, kind, why, created_on, due_on) values (gen_random_uuid(), ?, ?, 'call', 'call', '2026-06-01', '2026-06-01')",
        work.creditor.value(), work.caseId.value());
    record("no-answer", "--at", "2026-06-03T10:00");
    assertThat(work.journalKinds(work.caseId)).containsExactly("contact-made", "task-done", "task-opened");
    var again = work.sql.fetchSingle("select why, due_on from cases.task where case_id = ? and done_on is null", work.caseId.value());
    assertThat(again.get("due_on", String.class)).isEqualTo("2026-06-08");
    assertThat(again.get("why", String.class)).contains("attempt 1 of 3", "nobody answered at 10:00", "best at 19:00");
    record("no-answer", "--at", "2026-06-05T19:00");
    record("no-answer", "--at", "2026-06-08T12:30");
    assertThat(work.sql.fetchExists(DSL.table("cases.task"), DSL.condition("case_id = ? and done_on is null", work.caseId.value()))).as("three times are enough").isFalse();
  }

  @Test
  void theFutureCannotBeRecordedAndUnknownOutcomesAreWrongUsage() {
    livesIn("company", "NL", "+31201234567");
    assertThat(record("talk", "--at", "2199-06-03T10:00")).returns(3, CommandRun::exitCode).matches(run -> run.err().contains("future"));
    assertThat(record("shouted")).returns(2, CommandRun::exitCode).matches(run -> run.err().contains("no-answer, message-left"));
    assertThat(run("contact", "record", "nobody", "--channel", "call", "--outcome", "talk").exitCode()).isEqualTo(3);
  }
}
