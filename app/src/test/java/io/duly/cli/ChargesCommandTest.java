package io.duly.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.charging.Account;
import io.duly.testing.Office;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@Tag("P02")
class ChargesCommandTest {
  @AutoClose private static final Office OFFICE = new Office();
  private final Account account = new Account(OFFICE);
  private final String id = account.work.caseId.toString();

  @Test
  void showsPostsAndWaives() {
    var shown = run("charges", "show", id, "--as-of", "2026-06-01", "--json").json();
    assertThat(shown.get("notPosted").asString()).isEqualTo("50.13");
    var interest = shown.get("invoices").get(0).get("charges").get(0);
    assertThat(interest.get("basis").get("rule").asString()).isEqualTo("DE-BGB-288-2");
    assertThat(interest.get("lines").get(0).get("percent").asString()).isEqualTo("10.27");
    assertThat(shown.get("invoices").get(0).get("nothing")).isNotEmpty();

    assertThat(run("charges", "post", id, "--date", "2026-06-01").out())
        .contains("Charged interest by BGB § 288", ": 10.13 EUR from 2026-05-03 to 2026-06-01 on what was open day by day");
    assertThat(run("charges", "post", id, "--date", "2026-06-01").out()).contains("Nothing is due");
    var posted = run("charges", "show", id, "--as-of", "2026-06-01", "--json").json();
    assertThat(posted.get("open").asString()).isEqualTo("50.13");
    assertThat(posted.get("notPosted").asString()).isEqualTo("0.00");
    var fee = charge(posted, "compensation").get("id").asString();
    assertThat(run("charges", "waive", fee, "--amount", "15.00", "--why", "good customer", "--date", "2026-06-02").out()).contains("Waived 15.00 EUR");
    assertThat(run("charges", "cancel", fee, "--why", "no", "--date", "2026-06-02").err()).contains("Only a charge that stands");
    assertThat(run("charges", "waive", "x", "--why", "no").err()).contains("is no id of a charge");
    assertThat(run("charges", "show", id, "--as-of", "2026-06-02").out())
        .contains("compensation", "25.00 EUR", "law of DE", "no late fee: ");
  }

  @Test
  void costsFollowFromEvidence() {
    var kept = run("charges", "evidence", id, "--invoice", "4711", "--kind", "collector", "--on", "2026-05-20", "--amount", "120.00", "--proof", "bill 88", "--date", "2026-06-01");
    assertThat(kept.err()).isEmpty();
    var shown = run("charges", "show", id, "--as-of", "2026-06-01", "--json").json();
    assertThat(shown.toString()).contains("\"kind\":\"collection_cost\"");
    assertThat(run("charges", "evidence", id, "--invoice", "4711", "--kind", "cost", "--on", "2026-05-20", "--proof", "bill").exitCode()).isEqualTo(2);
  }

  @Test
  void termsAreKeptInWordsAndFiguresWithTheirAcceptance() {
    var creditor = account.work.sql.fetchValue("select name from parties.creditor where id = ?", account.work.creditor.value()).toString();
    assertThat(run("terms", "publish", creditor, "--terms-version", "2026-1", "--valid-from", "2026-01-01", "--payment-days", "30",
            "--interest", "4 over base", "--law", "Germany").err()).isEmpty();
    assertThat(run("terms", "publish", creditor, "--terms-version", "2026-1", "--valid-from", "2026-01-01").err()).contains("cannot be changed");
    assertThat(run("terms", "accept", creditor, "--terms-version", "2026-1", "--debtor", "K-1", "--on", "2026-02-01", "--by", "Ms Huber", "--act", "signature").err()).isEmpty();
    assertThat(run("charges", "show", id, "--as-of", "2026-06-01").out()).contains("“4 over base”");
    assertThat(run("terms", "figures", creditor, "--terms-version", "2026-1").err()).contains("at least one figure");
    assertThat(run("terms", "figures", creditor, "--terms-version", "2026-1", "--percent", "4", "--above", "basiszinssatz").err()).isEmpty();
    assertThat(run("terms", "list", creditor).out()).contains("4 % above basiszinssatz", "Germany");
    var interest = run("charges", "show", id, "--as-of", "2026-06-01", "--json").json().get("invoices").get(0).get("charges").get(0);
    assertThat(interest.get("whole").asString()).isEqualTo("5.20");
  }

  private static JsonNode charge(JsonNode shown, String kind) {
    for (var charge : shown.get("posted")) {
      if (charge.get("kind").asString().equals(kind)) {
        return charge;
      }
    }
    throw new AssertionError("no " + kind + " in " + shown);
  }

  private static CommandRun run(String... words) {
    return CommandRun.of(OFFICE.database(), words);
  }
}
