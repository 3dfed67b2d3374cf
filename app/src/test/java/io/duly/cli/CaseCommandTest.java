package io.duly.cli;

import static io.duly.cases.Casework.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.duly.cases.Casework;
import io.duly.cases.Tasks;
import io.duly.strategy.TaskKind;
import io.duly.testing.Office;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class CaseCommandTest {
  @AutoClose private static final Office OFFICE = new Office();
  private static final String DATE = TODAY.toString();
  private final Casework office = new Casework(OFFICE);

  @Test
  void recordsWhatPeopleSayAndShowsIt() {
    var id = office.caseId.toString();
    assertThat(run("case", "promise", id, "--amount", "500.00", "--due", "2026-06-05", "--date", DATE)).returns(0, CommandRun::exitCode);
    assertThat(run("case", "note", id, "Spoke", "to", "Ms Huber.", "--date", DATE)).returns(0, CommandRun::exitCode);
    assertThat(run("case", "hold", id, "--kind", "cooling_off", "--why", "He shouted.", "--until", "2026-06-04", "--date", DATE))
        .returns(0, CommandRun::exitCode);
    var dispute = run("case", "dispute", "4711", "--creditor", creditor(), "--amount", "120.00", "--why", "price", "--date", DATE);
    assertThat(dispute.err()).isEmpty();

    var shown = run("case", "show", id, "--as-of", DATE, "--json").json();
    assertThat(shown.get("openBalance").asString()).isEqualTo("1200.00");
    assertThat(shown.get("currency").asString()).isEqualTo("EUR");
    assertThat(shown.get("debtor").asString()).isEqualTo("Hotel Seeblick GmbH");
    assertThat(shown.get("holds").get(0).get("kind").asString()).isEqualTo("cooling_off");
    assertThat(shown.get("holds").get(0).get("until").asString()).isEqualTo("2026-06-04");
    assertThat(shown.get("nextAction").get("kind").asString()).isEqualTo("wait");
    assertThat(shown.get("invoices").get(0).get("disputed").asString()).isEqualTo("120.00");
    assertThat(shown.get("promise").get("amount").asString()).isEqualTo("500.00");
    assertThat(shown.get("tasks").get(0).get("kind").asString()).isEqualTo("verify");
    assertThat(shown.get("checklist")).hasSize(7);

    var text = run("case", "show", id, "--as-of", DATE, "--why").out();
    assertThat(text)
        .contains("Hotel Seeblick GmbH owes Brightwell Supplies", "1,200.00 EUR", "Hold cooling off since 2026-06-01", "Reasoning");
    assertThat(run("case", "lift", id, "--why", "calm again", "--date", DATE)).returns(0, CommandRun::exitCode);
    assertThat(run("case", "show", id, "--as-of", DATE, "--json").json().get("holds")).isEmpty();
  }

  @Test
  void showsTheTimeOfACallBack() {
    var at = TODAY.plusDays(1).atTime(10, 0).atZone(ZoneId.of("Europe/Berlin"));
    OFFICE.the(Tasks.class).openAt(office.sql, office.caseId, TaskKind.CALL, "call back", at, Casework.BY_ANNA);
    var task = run("case", "show", office.caseId.toString(), "--as-of", DATE, "--json").json().get("tasks").get(0);
    assertThat(task.get("dueAt").asString()).isEqualTo("2026-06-02T08:00:00Z");
    assertThat(task.get("zone").asString()).isEqualTo("Europe/Berlin");
    assertThat(run("case", "show", office.caseId.toString(), "--as-of", DATE).out()).contains("call, due 2026-06-02 10:00 Europe/Berlin: call back");
  }

  @Test
  void listsWhatIsAskedFor() {
    decided(TODAY.minusDays(1), "waits: it was said");
    decided(TODAY.plusDays(1), "first contact");
    var list = run("case", "list", "--creditor", creditor(), "--as-of", DATE, "--json").json();
    assertThat(list).hasSize(1);
    assertThat(list.get(0).get("id").asString()).isEqualTo(office.caseId.toString());
    assertThat(list.get(0).get("reasons").get(0).get("text").asString()).isEqualTo("waits: it was said");
    assertThat(run("case", "list", "--creditor", creditor(), "--stage", "negotiation", "--json").json()).isEmpty();
    assertThat(run("case", "list", "--creditor", creditor(), "--debtor", "seebl", "--as-of", DATE).out())
        .contains("Hotel Seeblick GmbH", "1,200.00 EUR", "wait");
    assertThat(run("case", "list", "--creditor", creditor(), "--debtor", "%", "--json").json()).isEmpty();
  }

  @Test
  void setsWhatLiesUnallocatedAgainstAnInvoiceTheOldestFirst() {
    var id = office.caseId.toString();
    assertThat(run("case", "allocate", id, "--invoice", "4711", "--date", DATE).err()).contains("Nothing of Hotel Seeblick GmbH lies unallocated.");
    OFFICE.database().execute(
        """
        insert into ledger.credit_note (id, creditor_id, debtor_id, number, currency, amount, issued_on)
        select gen_random_uuid(), creditor_id, debtor_id, 'G-1', 'EUR', 20000, '%1$s' from cases.recovery_case where id = '%2$s'
        """.formatted(DATE, id),
        """
        insert into ledger.receipt (id, creditor_id, debtor_id, currency, amount, received_on, kind)
        select gen_random_uuid(), creditor_id, debtor_id, 'EUR', 200000, '%1$s', 'bank' from cases.recovery_case where id = '%2$s'
        """.formatted(DATE, id));
    assertThat(run("case", "allocate", id, "--invoice", "none", "--date", DATE).err()).contains("has no open invoice none");
    var made = run("case", "allocate", id, "--invoice", "4711", "--date", DATE, "--json").json();
    assertThat(made.get("amount").asString()).isEqualTo("1200.00");
    assertThat(run("case", "show", id, "--as-of", DATE, "--json").json().get("openBalance").asString()).isEqualTo("0.00");
    assertThat(run("journal", "search", "Allocated").out()).contains("Allocated 1,200.00 EUR to invoice 4711.");
  }

  @Test
  void saysWhatIsWrongAndWhatToDo() {
    var unknown = run("case", "show", "999999");
    assertThat(unknown.exitCode()).isEqualTo(3);
    assertThat(unknown.err()).contains("There is no case 999999; ./duly case list");
    var tooMuch = run("case", "promise", office.caseId.toString(), "--amount", "5000", "--due", "2026-06-05", "--date", DATE);
    assertThat(tooMuch.exitCode()).isEqualTo(3);
    assertThat(tooMuch.err()).contains("1,200.00 EUR is open; a promise lies between zero and that.");
    var decimals = run("case", "promise", office.caseId.toString(), "--amount", "5.001", "--due", "2026-06-05", "--date", DATE);
    assertThat(decimals.err()).contains("5.001 is no amount in EUR, which has 2 decimals.");
    assertThat(run("case", "list", "--limit", "0").exitCode()).isEqualTo(2);
    assertThat(run("case").exitCode()).isEqualTo(2);
  }

  private void decided(LocalDate day, String because) {
    office.sql.execute(
        """
        insert into cycle.decision (case_id, decided_on, creditor_id, action, open_balance, policy, reasons)
        values (?, ?, ?, 'wait', 120000, 'standard 1', ?)
        """,
        office.caseId.value(), day, office.creditor.value(), "[{\"rule\":\"P33\",\"text\":\"" + because + "\"}]");
  }

  private String creditor() {
    return office.sql.fetchSingle("select name from parties.creditor where id = ?", office.creditor.value()).get(0, String.class);
  }

  private static CommandRun run(String... words) {
    return CommandRun.of(OFFICE.database(), words);
  }
}
