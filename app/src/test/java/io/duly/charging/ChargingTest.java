package io.duly.charging;

import static io.duly.charging.Account.by;
import static io.duly.charging.Account.day;
import static io.duly.charging.Account.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.duly.cases.CannotRecord;
import io.duly.cases.DisputeOutcome;
import io.duly.cases.Disputes;
import io.duly.cases.HoldRequest;
import io.duly.cases.Holds;
import io.duly.hardship.BreathingSpaces;
import io.duly.hardship.NewSpace;
import io.duly.hardship.ToldBy;
import io.duly.kernel.ChargeId;
import io.duly.kernel.Money;
import io.duly.ledger.Charge.Kind;
import io.duly.ledger.Charge;
import io.duly.ledger.ChargeLine;
import io.duly.parties.TermsFigures;
import io.duly.parties.TermsOfTrade;
import io.duly.strategy.HoldKind;
import io.duly.testing.Office;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the rules give, posted and read back. The figures: 1,200.00 EUR at 10.27 % from 3 May to 30 June 2026, then 10.52 %. */
@Tag("P02")
class ChargingTest {
  @AutoClose private static final Office OFFICE = new Office();
  private final Account account = new Account(OFFICE);

  @Test
  void postsEachDayOfInterestAndEachFixedSumOnce() {
    var posted = account.post("2026-06-01");
    assertThat(posted.charges()).extracting(Charge::kind).containsExactly(Kind.INTEREST, Kind.COMPENSATION);
    assertThat(account.charges("2026-06-01")).extracting(line -> line.charge().amount()).containsExactlyInAnyOrder(eur("10.13"), eur("40.00"));
    assertThat(account.post("2026-06-01").isNothing()).isTrue();

    var next = account.post("2026-07-31").charges();
    assertThat(next).extracting(Charge::kind).containsExactly(Kind.INTEREST);
    assertThat(next.getFirst().from()).isEqualTo(day("2026-06-02"));
    assertThat(InterestLines.of(next.getFirst())).extracting(InterestLines.Line::days).containsExactly(29, 31);
    assertThat(account.sum("2026-07-31")).as("1,200.00 × (10.27 % × 59 + 10.52 % × 31) ÷ 365 + 40.00").isEqualTo(eur("70.64"));
  }

  @Test
  void aChargeNamesItsBasisAndTheJournalSaysThatItWasPosted() {
    account.post("2026-06-01");
    var interest = line(Kind.INTEREST, "2026-06-01").charge();
    assertThat(interest.basis().named()).startsWith("BGB § 288");
    assertThat(interest.basis().source()).startsWith("https://");
    assertThat(InterestLines.of(interest).getFirst().computed()).startsWith("1,200.00 EUR × 10.27 % × 30 days ÷ 365 = 10.13 EUR");
    assertThat(entries("charges-posted")).containsExactly("Charged 50.13 EUR: interest 10.13 EUR, compensation 40.00 EUR");
  }

  @Test
  void interestEndsWithTheMoneyAndOutlivesThePrincipal() {
    account.pay(account.work.invoice, account.receive("1200.00", "2026-05-12"), "1200.00", "2026-05-20");
    account.post("2026-06-01");
    var interest = line(Kind.INTEREST, "2026-06-01");
    assertThat(interest.charge().to()).as("the day on which the money came, not the one on which it was allocated").isEqualTo(day("2026-05-12"));
    assertThat(interest.open()).isEqualTo(eur("3.38"));
  }

  @Test
  void whatWasPostedTooMuchForMoneyThatWasFoundLaterIsTakenBack() {
    account.post("2026-06-01");
    account.pay(account.work.invoice, account.receive("1200.00", "2026-05-12"), "1200.00", "2026-06-02");
    assertThat(account.item("2026-06-02", Kind.INTEREST).wrong()).hasSize(1);
    var posted = account.post("2026-06-02");
    assertThat(posted.cancelled()).hasSize(1);
    assertThat(line(Kind.INTEREST, "2026-06-02").charge().amount()).isEqualTo(eur("3.38"));
    assertThat(account.sum("2026-06-01")).as("as it stood the day before").isEqualTo(eur("50.13"));
  }

  @Test
  void aContestedPartBearsNoInterestWhileTheDisputeIsOpenAndAllOfItOnceThatProvesUnfounded() {
    var disputes = account.work.the(Disputes.class);
    var id = disputes.open(account.work.sql, account.work.invoice, eur("600.00"), "two pallets missing", day("2026-05-20"), by("2026-05-13"));
    account.post("2026-06-01");
    assertThat(line(Kind.INTEREST, "2026-06-01").charge().amount()).as("10 days on 1,200 and 20 on 600").isEqualTo(eur("6.75"));
    disputes.close(account.work.sql, id, DisputeOutcome.REJECTED, "the driver has a receipt", by("2026-06-02"));
    account.post("2026-06-02");
    assertThat(account.sum("2026-06-02")).as("31 days on 1,200 and the 40").isEqualTo(eur("50.47"));
    assertThat(account.charges("2026-06-02").stream().filter(line -> line.charge().kind() == Kind.INTEREST).toList().getLast().charge().computed())
        .contains("for days that were posted before");
  }

  @Test
  void nothingRunsInAnInsolvencyAndHardshipStopsItWhereTheLawSaysSo() {
    hold(HoldKind.HARDSHIP, "2026-05-13");
    assertThat(account.item("2026-06-01", Kind.INTEREST).whole()).as("no German law stops it").isEqualTo(eur("10.13"));
    account.is("company", "GB");
    assertThat(account.item("2026-06-01", Kind.INTEREST).whole()).as("10 days at 3.75 + 8").isEqualTo(eur("3.86"));
    account.is("company", "DE");
    hold(HoldKind.INSOLVENCY, "2026-05-18");
    assertThat(account.item("2026-06-01", Kind.INTEREST).whole()).as("15 days").isEqualTo(eur("5.06"));
  }

  /** H-26: nothing accrues under any law, it begins again after the last day, and the days between are never charged. */
  @Test
  @Tag("P17")
  void inABreathingSpaceNothingAccruesAndWhatDidNotIsNotChargedAfterwards() {
    var asked = new NewSpace(
        Optional.empty(), Optional.of(day("2026-05-22")), Optional.empty(), true, ToldBy.CALL, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    account.work.the(BreathingSpaces.class).record(account.work.sql, account.work.caseId, asked, by("2026-05-13"));
    assertThat(account.item("2026-05-22", Kind.INTEREST).whole()).as("10 days").isEqualTo(eur("3.38"));
    assertThat(account.item("2026-06-01", Kind.INTEREST).whole()).as("10 days before and 10 after").isEqualTo(eur("6.75"));
  }

  @Test
  void whoIsNotKnownToBeABusinessIsChargedAsAConsumer() {
    account.is("unknown", "DE");
    var invoice = account.invoice("2026-06-01");
    assertThat(invoice.items()).extracting(Chargeable.Item::kind).containsExactly(Kind.INTEREST);
    assertThat(account.item("2026-06-01", Kind.INTEREST).whole()).as("6.27 %").isEqualTo(eur("6.18"));
    assertThat(why(invoice, Kind.COMPENSATION)).contains("A consumer owes no lump sum");
  }

  @Test
  void termsAreABasisWhereTheyWereAcceptedBeforeTheWorkAndCanMeanOneThingOnly() {
    account.accept("1 % per month", "2026-02-01");
    var item = account.item("2026-06-01", Kind.INTEREST);
    assertThat(item.whole()).as("12 % a year, 30 days").isEqualTo(eur("11.84"));
    assertThat(item.basis().named()).isEqualTo("Terms of trade 2026-1, interest");
    account.post("2026-06-01");
    assertThat(line(Kind.INTEREST, "2026-06-01").charge().basis().terms()).isPresent();
  }

  @Test
  void aClauseThatCouldMeanTwoThingsIsChargedOnlyOnceItIsSaidInFigures() {
    var terms = account.accept("4 over base", "2026-02-01");
    assertThat(why(account.invoice("2026-06-01"), Kind.INTEREST)).contains("“4 over base”").contains("./duly terms figures");
    var interest = new TermsFigures.Interest(new BigDecimal("4"), Optional.of("basiszinssatz"), "none");
    var figures = new TermsFigures(terms, Optional.of(interest), Optional.empty(), Optional.empty(), Optional.empty());
    account.work.the(TermsOfTrade.class).say(account.work.sql, account.work.creditor, figures, "person:anna");
    assertThat(account.item("2026-06-01", Kind.INTEREST).whole()).as("5.27 %").isEqualTo(eur("5.20"));
  }

  @Test
  void termsThatCameWithTheInvoiceAreNoBasis() {
    account.accept("18 % p.a.", "2026-05-01");
    assertThat(account.item("2026-06-01", Kind.INTEREST).basis().id()).isEqualTo("DE-BGB-288-2");
  }

  @Test
  void whatIsWaivedIsNotAskedForAgain() {
    account.post("2026-06-01");
    var fee = line(Kind.COMPENSATION, "2026-06-01").charge().id();
    assertThat(waive(fee, Optional.empty())).isEqualTo(eur("40.00"));
    assertThat(account.post("2026-06-01").isNothing()).isTrue();
    assertThat(line(Kind.COMPENSATION, "2026-06-01").open()).isEqualTo(eur("0.00"));
    assertThat(entries("charge-waived")).containsExactly("Waived 40.00 EUR of the compensation of 40.00 EUR on invoice 4711: good customer");
    assertThatExceptionOfType(CannotRecord.class).isThrownBy(() -> waive(fee, Optional.of(eur("1.00"))));
  }

  @Test
  void nothingIsPostedBeforeWhatIsPosted() {
    account.post("2026-06-10");
    assertThatExceptionOfType(CannotRecord.class).isThrownBy(() -> account.post("2026-06-09")).withMessageContaining("2026-06-10");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void anySlicingGivesTheSameCents(long seed) {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    var other = new Account(OFFICE);
    for (var day = day("2026-05-03"); day.isBefore(day("2026-10-31")); day = day.plusDays(1 + random.nextInt(20))) {
      happens(day, random, account, other);
      account.post(day.toString());
    }
    account.post("2026-10-31");
    other.post("2026-10-31");
    assertThat(account.sum("2026-10-31")).isEqualTo(other.sum("2026-10-31"));
    assertThat(account.post("2026-10-31").isNothing()).isTrue();
  }

  private static void happens(LocalDate day, RandomGenerator random, Account one, Account other) {
    if (random.nextInt(3) == 0) {
      var amount = Money.ofMinor(1 + random.nextInt(9_000), "EUR").plain();
      for (var account : new Account[] {one, other}) {
        account.pay(account.work.invoice, account.receive(amount, day.toString()), amount, day.toString());
      }
    }
  }

  private Money waive(ChargeId id, Optional<Money> amount) {
    return account.charging.waive(account.work.sql, id, amount, "good customer", by("2026-06-01"));
  }

  private void hold(HoldKind kind, String day) {
    account.work.the(Holds.class).place(account.work.sql, account.work.caseId, new HoldRequest(kind, "ill", Optional.empty()), by(day));
  }

  private ChargeLine line(Kind kind, String day) {
    return account.charges(day).stream().filter(line -> line.charge().kind() == kind).findFirst().orElseThrow();
  }

  private static String why(Chargeable invoice, Kind kind) {
    return invoice.nothing().stream().filter(one -> one.kind() == kind).findFirst().orElseThrow().why();
  }

  private List<String> entries(String kind) {
    return account.work.sql.fetch("select summary from journal.entry where case_id = ? and kind = ?", account.work.caseId.value(), kind)
        .getValues(0, String.class);
  }
}
