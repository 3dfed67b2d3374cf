package io.duly.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duly.demo.Demo;
import io.duly.doctor.Doctor;
import io.duly.parties.Parties;
import io.duly.testing.Office;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The demonstration, filled once: interrupted on its third day and taken up again by the command. */
class DemoCommandTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 19);

  @AutoClose private static final Office OFFICE = new Office();
  private static String seen = "";

  @BeforeAll
  static void fill() {
    var demo = OFFICE.the(Demo.class);
    assertThatThrownBy(() -> demo.liveUpTo(DAY, DemoCommandTest::powerFails)).hasMessage("the power failed");
    var ran = demo("--date", DAY.toString());
    assertThat(ran.err()).isEmpty();
    assertThat(ran.exitCode()).isZero();
    seen = ran.out();
  }

  @Test
  void tellsWhatTheDayHoldsAndHowToSignIn() {
    assertThat(seen)
        .containsPattern("2026-11-19: [0-9]+ calls?, [0-9]+ drafts? to look at, [0-9]+ promises? due, [0-9]+ other tasks?; [0-9]+ cases? waiting")
        .containsPattern("Owed: [0-9,.]+ EUR, [0-9,.]+ GBP, [0-9,]+ JPY, [0-9,.]+ KWD")
        .containsPattern("first contact|call about|call now")
        .containsPattern("Sign in as demo with the password \\S+");
  }

  @Test
  void holdsTheWholePortfolio() {
    assertThat(count("parties.creditor")).isEqualTo(3);
    assertThat(count("parties.debtor")).isEqualTo(400);
    assertThat(count("ledger.invoice")).isEqualTo(3000);
    assertThat(count("parties.debtor where country in ('DE', 'GB', 'FR', 'NL', 'JP')")).isGreaterThan(200);
    assertThat(count("agreements.promise where outcome = 'kept'")).isPositive();
    assertThat(count("agreements.promise where outcome = 'broken'")).isPositive();
    assertThat(count("agreements.promise where outcome is null")).isPositive();
    assertThat(count("cases.dispute where closed_on is null")).isPositive();
    assertThat(count("cases.dispute where outcome = 'upheld'")).isPositive();
    assertThat(count("cases.hold")).isGreaterThan(3);
    assertThat(count("ledger.credit_note")).isGreaterThan(30);
    assertThat(count("ledger.receipt where not used_up")).isPositive();
    assertThat(count("ledger.receipt_candidate")).isPositive();
    assertThat(count("cycle.decision where reasons::text like '%could be%'")).as("P08: could be theirs").isPositive();
    assertThat(count("correspondence.message where state = 'taken_as_sent'")).isGreaterThan(300);
    assertThat(count("journal.document")).isGreaterThan(100);
    assertThat(count("cycle.set_aside")).isZero();
  }

  @Test
  void theDoctorFindsNothing() throws SQLException {
    assertThat(OFFICE.the(Doctor.class).examine(_ -> {})).allSatisfy(finding -> assertThat(finding.violations()).isZero());
  }

  @Test
  void goesOnFromWhereItWas() {
    var before = everything();
    assertThat(demo("--date", DAY.toString(), "--json").json().get("run").get("decided").asInt()).isZero();
    assertThat(everything()).isEqualTo(before);
    assertThat(demo("--date", DAY.plusDays(1).toString(), "--json").json().get("run").get("decided").asInt()).isPositive();
    var back = demo("--date", DAY.toString());
    assertThat(back.exitCode()).isEqualTo(3);
    assertThat(back.err()).contains("lived through up to 2026-11-20 already; ask for that day or a later one.");
  }

  @Test
  void isNeverPutBesideRealData() {
    try (var real = new Office()) {
      real.the(Parties.class).creditor(real.the(DSLContext.class), "Somebody Real Ltd");
      var refused = CommandRun.of(real.database(), "demo", "--once");
      assertThat(refused.exitCode()).isEqualTo(3);
      assertThat(refused.err()).contains("holds data of its own (Somebody Real Ltd)", "DULY_HOME");
    }
  }

  private static CommandRun demo(String... words) {
    var all = new ArrayList<>(List.of("demo", "--once"));
    all.addAll(List.of(words));
    return CommandRun.of(OFFICE.database(), all.toArray(String[]::new));
  }

  private static void powerFails(LocalDate lived) {
    if (lived.equals(DAY.minusDays(98))) {
      throw new IllegalStateException("the power failed");
    }
  }

  private static String everything() {
    return count("journal.entry") + " " + count("cycle.decision") + " " + count("correspondence.message") + " " + count("ledger.posting");
  }

  private static int count(String from) {
    return OFFICE.the(DSLContext.class).fetchSingle("select count(*) from " + from).get(0, Integer.class);
  }
}
