package io.duly.agreements;

import static io.duly.cases.Casework.BY_ANNA;
import static io.duly.cases.Casework.TODAY;
import static io.duly.cases.Casework.by;
import static io.duly.cases.Casework.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.duly.cases.CaseJournal;
import io.duly.cases.Casework;
import io.duly.charging.Chargeable;
import io.duly.charging.Charging;
import io.duly.cycle.DailyCycle;
import io.duly.doctor.Examined;
import io.duly.kernel.IdSource;
import io.duly.kernel.Money;
import io.duly.kernel.ReceiptId;
import io.duly.ledger.Charge;
import io.duly.ledger.Ledger;
import io.duly.ledger.Receipt;
import io.duly.plans.BankDay;
import io.duly.plans.Interest;
import io.duly.plans.Offer;
import io.duly.plans.Pace;
import io.duly.plans.Plan;
import io.duly.plans.PlanTerms;
import io.duly.plans.Renegotiated;
import io.duly.rules.Direction;
import io.duly.testing.Office;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the time of a plan costs: 1,200.00 of a German company in three parts at 6 % a year, on 11 June, 11 July and 11 August. */
@Tag("P02")
@Tag("P28")
class PlanInterestTest {
  private static final List<String> FIXTURES = List.of("opened-entry", "days-known", "actors-known");
  private static final Currency EUR = Currency.getInstance("EUR");
  @AutoClose private final Office offices = new Office();
  private final Casework office = new Casework(offices);
  private final DailyCycle cycle = office.the(DailyCycle.class);
  private final Charging charging = office.the(Charging.class);
  private final Plans plans = office.the(Plans.class);
  private Money interest = eur("0.00");

  @BeforeEach
  void inGermany() {
    office.sql.execute("update parties.debtor set country = 'DE', kind = 'company' where id = ?", office.debtor.value());
  }

  private void agreed() {
    var terms = PlanTerms.equalParts(3, TODAY.plusDays(10), new Pace.Months(1)).bearing(new Interest.Running(new BigDecimal("6.00")));
    var plan = Plan.of(eur("1200.00"), terms, TODAY, BankDay.ANY);
    interest = plan.interest();
    office.sql.transaction(tx -> plans.record(tx.dsl(), office.caseId, Agreed.usual(new Offer(Offer.Kind.INSTALMENTS, eur("1200.00"), plan)), BY_ANNA));
    cycle.run(TODAY);
  }

  /** Money goes where the law lets it go. */
  private void pay(Money amount, LocalDate on) {
    var receipt = new ReceiptId(office.the(IdSource.class).next());
    office.the(Ledger.class).receive(office.sql, List.of(Receipt.of(receipt, office.creditor, office.debtor, amount, on, Receipt.Kind.MANUAL)));
    var owing = charging.owing(office.sql, List.of(office.debtor), EUR, on).get(office.debtor);
    office.sql.transaction(tx -> charging.allocate(tx.dsl(), receipt, owing.spread(amount, on, Direction.NONE, Direction.NONE), on, "duly"));
    cycle.run(on.plusDays(1));
  }

  private void paidTwice() {
    pay(eur("400.00"), LocalDate.of(2026, 6, 11));
    pay(eur("400.00"), LocalDate.of(2026, 7, 10));
  }

  /** What the rules would charge as interest by a day. */
  private Money byTheRules(LocalDate day) {
    return charging.due(office.sql, office.caseId, day).stream().flatMap(one -> one.items().stream()).filter(item -> item.kind() == Charge.Kind.INTEREST)
        .map(Chargeable.Item::rest).reduce(eur("0.00"), Money::plus);
  }

  /** Of the doctor, but those that come of a case and a person that are only there for the test. */
  private List<String> complaints() {
    return Examined.complaints(offices.database()).stream().filter(one -> !FIXTURES.contains(one.split(":", -1)[0])).toList();
  }

  private String rows(String query) {
    return office.sql.fetch(query).stream().map(row -> row.intoList().stream().map(String::valueOf).collect(Collectors.joining(" "))).collect(Collectors.joining("\n"));
  }

  @Test
  void isChargedWithTheLastInstalmentPaidWithItAndNothingElseRunsMeanwhile() {
    var before = byTheRules(TODAY.minusDays(1));
    agreed();
    assertThat(interest.minor()).isBetween(700L, 900L);
    pay(eur("400.00"), LocalDate.of(2026, 6, 11));
    assertThat(rows("select count(*) from ledger.charge")).isEqualTo("0");
    pay(eur("400.00"), LocalDate.of(2026, 7, 10));
    assertThat(rows("select kind, amount, posted_on from ledger.charge")).isEqualTo("plan_interest " + interest.minor() + " 2026-07-11");
    assertThat(plans.beside(office.sql, office.caseId, LocalDate.of(2026, 7, 20))).as("asked for by the instalment alone").isEqualTo(eur("0.00"));
    assertThat(byTheRules(LocalDate.of(2026, 8, 10))).isEqualTo(before);
    pay(eur("400.00").plus(interest), LocalDate.of(2026, 8, 11));
    assertThat(rows("select ended from agreements.plan")).isEqualTo("kept");
    assertThat(rows("select outcome from agreements.promise order by nth")).isEqualTo("kept\nkept\nkept");
    assertThat(rows("select settled_on from ledger.charge")).isEqualTo("2026-08-11");
    assertThat(byTheRules(LocalDate.of(2026, 8, 12))).isEqualTo(before);
    assertThat(rows("select stage from cases.recovery_case")).isEqualTo("closed");
    assertThat(complaints()).isEmpty();
  }

  @Test
  void whoPaysAllBeforePaysNoneOfIt() {
    agreed();
    pay(eur("1200.00"), LocalDate.of(2026, 6, 11));
    assertThat(rows("select ended from agreements.plan")).isEqualTo("kept");
    assertThat(rows("select count(*) from ledger.charge")).isEqualTo("0");
  }

  @Test
  void aPlanThatBreaksBeforeBearsWhatItWouldHave() {
    var without = byTheRules(LocalDate.of(2026, 7, 10));
    agreed();
    assertThat(byTheRules(LocalDate.of(2026, 7, 10))).isLessThan(without);
    cycle.run(LocalDate.of(2026, 6, 15));
    cycle.run(LocalDate.of(2026, 6, 23));
    assertThat(rows("select ended from agreements.plan")).isEqualTo("broken");
    assertThat(byTheRules(LocalDate.of(2026, 7, 10))).isEqualTo(without);
  }

  @Test
  void oneThatBreaksAfterwardsBearsNothingTwice() {
    agreed();
    paidTwice();
    var before = byTheRules(LocalDate.of(2026, 8, 10));
    cycle.run(LocalDate.of(2026, 8, 15));
    cycle.run(LocalDate.of(2026, 8, 25));
    assertThat(rows("select ended from agreements.plan")).isEqualTo("broken");
    assertThat(byTheRules(LocalDate.of(2026, 8, 10))).as("the days until it broke bear what was agreed").isEqualTo(before);
    assertThat(plans.due(office.sql, office.caseId, LocalDate.of(2026, 8, 26))).isEqualTo(eur("400.00").plus(interest));
    assertThat(complaints()).isEmpty();
  }

  @Test
  void agreedAnewItGoesAlong() {
    agreed();
    paidTwice();
    var day = LocalDate.of(2026, 7, 20);
    var running = plans.running(office.sql, office.caseId, day).orElseThrow();
    var next = new Renegotiated(running.plan(), running.paidInstalments(), new Pace.Months(1)).extendedBy(1, BankDay.ANY);
    office.sql.transaction(tx -> plans.renegotiate(tx.dsl(), office.caseId, next, Agreed.usual(new Offer(Offer.Kind.INSTALMENTS, eur("1200.00"), next)), by(day)));
    assertThat(plans.beside(office.sql, office.caseId, day)).isEqualTo(eur("0.00"));
    var parts = next.instalments();
    pay(parts.get(2).amount(), LocalDate.of(2026, 8, 11));
    pay(parts.get(3).amount(), LocalDate.of(2026, 9, 11));
    assertThat(rows("select ended from agreements.plan order by recorded_at")).isEqualTo("renegotiated\nkept");
    assertThat(rows("select count(*), sum(amount) from ledger.charge")).isEqualTo("1 " + interest.minor());
    assertThat(rows("select stage from cases.recovery_case")).isEqualTo("closed");
    assertThat(complaints()).isEmpty();
  }

  @Test
  void noPlanIsOfferedAtMoreThanTheRulesGive() {
    save("20.00");
    var allowed = charging.lowestPercent(office.sql, office.debtor, EUR, TODAY);
    assertThat(allowed).isBetween(new BigDecimal("9.00"), new BigDecimal("13.00"));
    assertThat(offered()).isEqualTo(new Interest.Running(allowed, 0));
    save("4.00");
    assertThat(offered()).isEqualTo(new Interest.Running(new BigDecimal("4.00"), 0));
    office.sql.execute("update parties.debtor set country = null, kind = 'unknown' where id = ?", office.debtor.value());
    assertThat(offered()).as("whose law it is, nobody knows").isEqualTo(Interest.FROZEN);
  }

  @Test
  void chargesBearNone() {
    save("4.00");
    office.sql.transaction(tx -> charging.post(tx.dsl(), office.caseId, BY_ANNA));
    var charged = Long.parseLong(rows("select sum(amount) from ledger.charge"));
    assertThat(charged).isGreaterThan(4000);
    assertThat(offered()).isEqualTo(new Interest.Running(new BigDecimal("4.00"), charged));
    var plain = Plan.of(eur("1200.00"), PlanTerms.equalParts(1, TODAY.plusDays(73), new Pace.Months(1)).bearing(new Interest.Running(new BigDecimal("4.00"))), TODAY, BankDay.ANY);
    var owed = eur("1200.00").plus(Money.ofMinor(charged, "EUR"));
    var with = Plan.of(owed, PlanTerms.equalParts(1, TODAY.plusDays(73), new Pace.Months(1)).bearing(offered()), TODAY, BankDay.ANY);
    assertThat(with.interest()).isEqualTo(plain.interest()).isEqualTo(eur("9.60"));
  }

  private void save(String percent) {
    var shipped = BargainRules.SHIPPED;
    var rules = new BargainRules(shipped.limits(), shipped.moneyCosts(), new BigDecimal(percent), shipped.onMiss(), shipped.graceDays());
    office.sql.transactionResult(tx -> office.the(Bargaining.class).save(tx.dsl(), office.creditor, rules, "person:anna", Instant.parse("2026-06-01T09:00:00Z"), Optional.empty()));
  }

  private Interest offered() {
    var cases = office.the(CaseJournal.class);
    var owed = plans.due(office.sql, office.caseId, TODAY);
    return office.the(Options.class).facts(office.sql, cases.head(office.sql, office.caseId), owed, Bargainer.MANAGER, false, TODAY, BankDay.ANY).interest();
  }
}
