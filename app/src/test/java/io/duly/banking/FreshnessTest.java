package io.duly.banking;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.cases.CaseView;
import io.duly.cases.Cases;
import io.duly.cases.CaseFilter;
import io.duly.cases.Hold;
import io.duly.cases.Recorded;
import io.duly.cases.Tasks;
import io.duly.cycle.DailyCycle;
import io.duly.intake.ImportRequest;
import io.duly.strategy.HoldKind;
import io.duly.strategy.TaskKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nobody is contacted while nobody knows whether they have paid (P08). */
@Tag("P08")
class FreshnessTest {
  private static final LocalDate FRIDAY = LocalDate.of(2026, 6, 26);
  private Till till;

  @BeforeEach
  void open() {
    till = new Till();
    take("debtor number,name,e-mail\nD1,Acme Ltd,ap@acme.example\n", FRIDAY);
    take("invoice number,customer number,invoice date,due date,amount,currency\nR1,D1,2026-05-01,2026-05-31,100.00,EUR\n", FRIDAY);
    take(CamtFile.booked("2026-06-20", "0.00", "0.00").xml(), FRIDAY);
  }

  @AfterEach
  void close() {
    till.close();
  }

  private void take(String text, LocalDate today) {
    assertThat(till.take(ImportRequest.on(today), till.file(text.getBytes(StandardCharsets.UTF_8))).refused()).isFalse();
  }

  private CaseView onlyCase(LocalDate day) {
    var all = new CaseFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 10);
    return till.the(Cases.class).list(till.the(DSLContext.class), all, day).getFirst();
  }

  private List<HoldKind> holds(LocalDate day) {
    return onlyCase(day).holds().stream().map(Hold::kind).toList();
  }

  @Test
  void staleBankDataHoldsEveryCaseUntilAStatementComes() {
    till.the(DailyCycle.class).run(FRIDAY);
    assertThat(holds(FRIDAY)).containsExactly(HoldKind.BANK_DATA_STALE);
    assertThat(onlyCase(FRIDAY).because().orElseThrow()).contains("bank data is of 2026-06-20");
    assertThat(till.number("select count(*) from correspondence.message")).isZero();
    till.the(DailyCycle.class).run(FRIDAY);
    assertThat(till.number("select count(*) from cases.creditor_hold")).isEqualTo(1);

    take(CamtFile.booked("2026-06-25", "0.00", "0.00").xml(), FRIDAY);
    assertThat(holds(FRIDAY)).isEmpty();
    till.the(DailyCycle.class).run(FRIDAY);
    assertThat(till.number("select count(*) from correspondence.message")).isEqualTo(1);
  }

  /** By the versions of the policies that count the days on which banks book: on a Monday Friday's statement is the latest there can be. */
  @Test
  void onAMondayFridaysStatementIsRecentAndAHolidayCountsForNothing() {
    var monday = LocalDate.of(2026, 12, 28);
    till.database.execute("update parties.creditor set country = 'DE', policy = 'firm'");
    till.database.execute("update banking.account set known_to = '2026-12-23'");
    till.the(DailyCycle.class).run(monday.minusDays(1));
    assertThat(holds(monday.minusDays(1))).as("Wednesday's, after Christmas").isEmpty();
    till.the(DailyCycle.class).run(monday);
    assertThat(holds(monday)).isEmpty();
    till.the(DailyCycle.class).run(monday.plusDays(1));
    assertThat(holds(monday.plusDays(1))).containsExactly(HoldKind.BANK_DATA_STALE);
    assertThat(till.number("select count(*) from cases.creditor_hold where why like '%may be 2 banking days old.' and recent_from = '2026-12-24'")).isEqualTo(1);
  }

  /** Each with its task is held as one that waits is, and is not left for the day after. */
  @Test
  void aCaseWithATaskIsDecidedAgainAtOnceToo() {
    till.the(DailyCycle.class).run(FRIDAY);
    till.the(DSLContext.class).transaction(tx ->
        till.the(Tasks.class).open(tx.dsl(), onlyCase(FRIDAY).id(), TaskKind.REVIEW, "look at the contract", FRIDAY.plusDays(9), Recorded.by("person:ada", FRIDAY, Instant.EPOCH)));
    till.the(DailyCycle.class).run(FRIDAY);
    assertThat(onlyCase(FRIDAY).because().orElseThrow()).contains("bank data is of 2026-06-20");
    till.database.execute("update cases.recovery_case set next_action = 'review'");
    take(CamtFile.booked("2026-06-25", "0.00", "0.00").xml(), FRIDAY);
    till.the(DailyCycle.class).run(FRIDAY);
    assertThat(onlyCase(FRIDAY).because().orElseThrow()).doesNotContain("bank data");
    assertThat(till.number("select count(*) from correspondence.message")).isEqualTo(1);
  }

  @Test
  void anAccountThatIsClosedIsNotWaitedFor() {
    till.the(DailyCycle.class).run(FRIDAY);
    assertThat(holds(FRIDAY)).hasSize(1);
    var accounts = till.the(BankAccounts.class);
    till.the(DSLContext.class).transaction(tx -> accounts.close(tx.dsl(), accounts.all(tx.dsl()).getFirst(), Recorded.by("shell:test", FRIDAY, Instant.EPOCH)));
    assertThat(holds(FRIDAY)).isEmpty();
    till.the(DailyCycle.class).run(FRIDAY);
    assertThat(till.number("select count(*) from correspondence.message")).isEqualTo(1);
  }

  @Test
  void theHoldEndsByItselfWhenTheNextDayFindsTheDataRecent() {
    till.the(DailyCycle.class).run(FRIDAY);
    till.database.execute("update banking.account set known_to = '2026-06-26'");
    till.the(DailyCycle.class).run(FRIDAY.plusDays(1));
    assertThat(holds(FRIDAY.plusDays(1))).isEmpty();
    assertThat(holds(FRIDAY)).hasSize(1);
  }
}
