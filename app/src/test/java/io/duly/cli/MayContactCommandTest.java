package io.duly.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.cases.Casework;
import io.duly.testing.Office;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P13")
class MayContactCommandTest {
  @AutoClose private static final Office OFFICE = new Office();
  private final Casework work = new Casework(OFFICE);

  private CommandRun ask(String debtor, String... words) {
    var all = new ArrayList<>(List.of("may-contact", debtor));
    all.addAll(List.of(words));
    return CommandRun.of(OFFICE.database(), all.toArray(String[]::new));
  }

  @Test
  void saysYesWithTheRulesThatWereAsked() {
    work.sql.execute("update parties.debtor set kind = 'consumer', country = 'NL' where id = ?", work.debtor.value());
    var run = ask(work.debtor.toString(), "--channel", "call", "--at", "2026-06-06T19:59", "--json");
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.json().get("allowed").asBoolean()).isTrue();
    assertThat(run.json().get("at").asString()).isEqualTo("2026-06-06T17:59:00Z");
    assertThat(run.json().get("asked").toString()).contains("NL-BKI-4-2", "wetten.overheid.nl", "HOUSE-ONE-A-DAY");
    assertThat(run.json().get("profile").get("jurisdictions").get(0).asString()).isEqualTo("NL");
  }

  @Test
  void saysNoWithTheRuleTheSourceAndFromWhenOn() {
    work.sql.execute("update parties.debtor set kind = 'consumer', country = 'NL' where id = ?", work.debtor.value());
    var run = ask(work.debtor.toString(), "--channel", "CALL", "--at", "2026-06-06T20:00:00+02:00", "--json");
    assertThat(run.exitCode()).isEqualTo(1);
    var no = run.json();
    assertThat(no.get("allowed").asBoolean()).isFalse();
    assertThat(no.get("reasons").get(0).get("rule").asString()).isEqualTo("NL-BKI-4-2");
    assertThat(no.get("reasons").get(0).get("section").asString()).isEqualTo("art. 4.2");
    assertThat(no.get("nextAllowed").asString()).isEqualTo("2026-06-08T05:00:00Z");
    assertThat(no.get("nextAllowedLocal").asString()).isEqualTo("2026-06-08T07:00+02:00");
    var text = ask(work.debtor.toString(), "--channel", "call", "--at", "2026-06-06T20:00").out();
    assertThat(text).contains("No: Hotel Seeblick GmbH", "NL-BKI-4-2", "Besluit kwaliteit incassodienstverlening art. 4.2 (law)")
        .contains("Allowed from Mon 2026-06-08 07:00");
  }

  @Test
  void findsTheDebtorByNumberAndNameAndSaysWhereThereAreSeveral() {
    var number = "K-" + UUID.randomUUID();
    var named = work.debtor(number, "Café Zwölf " + number);
    assertThat(ask(number, "--channel", "email", "--at", "2026-06-03T10:00").exitCode()).isZero();
    assertThat(ask("café zwölf " + number, "--channel", "email", "--at", "2026-06-03T10:00", "--json").json().get("debtorId").asString())
        .isEqualTo(named.toString());
    new Casework(OFFICE);
    assertThat(ask("K-1", "--channel", "email")).returns(3, CommandRun::exitCode).matches(run -> run.err().contains("Several debtors"));
    assertThat(ask("nobody", "--channel", "email")).returns(3, CommandRun::exitCode).matches(run -> run.err().contains("no debtor"));
    assertThat(ask(number, "--channel", "email", "--at", "noon")).returns(3, CommandRun::exitCode).matches(run -> run.err().contains("no time"));
  }

  @Test
  void aContactOfTheDayCounts() {
    work.sql.execute(
        "insert into correspondence.contact (id, creditor_id, debtor_id, direction, channel, day) values (?, ?, ?, 'out', 'letter', ?)",
        UUID.randomUUID(), work.creditor.value(), work.debtor.value(), LocalDate.of(2026, 6, 3));
    var run = ask(work.debtor.toString(), "--channel", "email", "--at", "2026-06-03T10:00:00Z", "--json");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.json().get("reasons").get(0).get("rule").asString()).isEqualTo("HOUSE-ONE-A-DAY");
    assertThat(Instant.parse(run.json().get("nextAllowed").asString())).isAfter(Instant.parse("2026-06-03T21:00:00Z"));
  }
}
