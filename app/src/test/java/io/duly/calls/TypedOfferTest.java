package io.duly.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.duly.kernel.Money;
import io.duly.plans.Authority;
import io.duly.plans.BankDay;
import io.duly.plans.Interest;
import io.duly.plans.Ladder;
import io.duly.plans.Offer;
import io.duly.plans.Reliability;
import io.duly.talk.BankDays;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is typed about a way of paying, and what it comes to. */
@Tag("P27")
class TypedOfferTest {
  private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
  private static final LocalDate CHRISTMAS = LocalDate.of(2026, 12, 25);
  private static final BankDay DAYS = BankDay.among(new BankDays(Set.of(CHRISTMAS, LocalDate.of(2026, 12, 31))::contains));
  private static final Money OWED = Money.ofMinor(10_000, "EUR");

  private static Ladder.Facts facts(LocalDate today, Money owed) {
    return new Ladder.Facts(owed, today, DAYS, BigDecimal.valueOf(8), Reliability.UNKNOWN, new Authority(0, 36, 1_000, 0), Interest.FROZEN, false);
  }

  private static Optional<Money> read(String text) {
    return text.matches("[0-9]+(\\.[0-9]{1,2})?") ? Optional.of(Money.ofMajor(new BigDecimal(text), OWED.currency())) : Optional.empty();
  }

  private static Offer offer(LocalDate today, String... typed) {
    return Offers.of(sheet(typed), facts(today, OWED), TypedOfferTest::read).orElseThrow();
  }

  private static Sheet sheet(String... typed) {
    var all = new HashMap<String, String>();
    for (int at = 0; at < typed.length; at += 2) {
      all.put(typed[at], typed[at + 1]);
    }
    return Sheet.of(all);
  }

  private static List<String> said(Offer offer) {
    return offer.plan().instalments().stream().map(part -> part.dueOn() + " " + part.amount().plain()).toList();
  }

  @Test
  void aDayOnWhichNoMoneyMovesBecomesTheNextOneOnWhichItDoes() {
    assertThat(said(offer(FRIDAY, "way", "by_date", "first_on", "2026-11-21"))).containsExactly("2026-11-23 100.00");
    assertThat(said(offer(FRIDAY, "way", "by_date", "first_on", "2026-12-25"))).containsExactly("2026-12-28 100.00");
    assertThat(said(offer(FRIDAY, "way", "all_today"))).containsExactly("2026-11-20 100.00");
  }

  @Test
  void aPartThatIsPromisedByADayIsAnOfferAboutThatPart() {
    var part = offer(FRIDAY, "way", "by_date", "first_on", "2026-11-23", "amount", "40");
    assertThat(said(part)).containsExactly("2026-11-23 40.00");
    assertThat(part.owed()).isEqualTo(Money.ofMinor(4_000, "EUR"));
  }

  @Test
  void theRestIsWhatThePartLeavesAndComesLater() {
    assertThat(said(offer(FRIDAY, "way", "part_and_rest", "amount", "33.33", "rest_on", "2026-11-30"))).containsExactly("2026-11-20 33.33", "2026-11-30 66.67");
    assertThat(said(offer(FRIDAY, "way", "part_and_rest"))).as("half now, the rest in a month").containsExactly("2026-11-20 50.00", "2026-12-21 50.00");
  }

  @Test
  void instalmentsFollowEachOtherAsChosenAndTheLastTakesTheRest() {
    assertThat(said(offer(FRIDAY, "way", "instalments", "rhythm", "month_end", "first_on", "2026-11-20"))).containsExactly("2026-11-30 33.33", "2026-12-30 33.33", "2027-01-29 33.34");
    assertThat(said(offer(FRIDAY, "way", "instalments", "first_on", "2026-11-30"))).containsExactly("2026-11-30 33.33", "2026-12-30 33.33", "2027-02-01 33.34");
    assertThat(said(offer(FRIDAY, "way", "instalments", "rhythm", "fortnightly", "count", "2", "first_on", "2026-11-27"))).containsExactly("2026-11-27 50.00", "2026-12-11 50.00");
    assertThat(said(offer(FRIDAY, "way", "instalments", "rhythm", "weekly", "count", "3", "first_on", "2026-11-20", "amount", "50")))
        .as("the first as large as typed").containsExactly("2026-11-20 50.00", "2026-11-27 25.00", "2026-12-04 25.00");
  }

  @Test
  void aMonthWhoseLastBankDayIsOverIsLeftOut() {
    var lastSunday = LocalDate.of(2027, 1, 31);
    assertThat(said(offer(lastSunday, "way", "instalments", "count", "2", "rhythm", "month_end", "first_on", lastSunday.toString()))).containsExactly("2027-02-26 50.00", "2027-03-31 50.00");
  }

  @Test
  void daysAndAmountsAreTakenAsTheyWereTyped() {
    assertThat(said(offer(FRIDAY, "way", "instalments", "rhythm", "typed", "typed", "2026-12-01 60.00\n\n1.2.2027: 40\n"))).containsExactly("2026-12-01 60.00", "2027-02-01 40.00");
    assertThat(said(offer(FRIDAY, "way", "instalments", "rhythm", "typed", "typed", "2026-12-25 60.00\n2027-02-01 40"))).as("not at Christmas").startsWith("2026-12-28 60.00");
  }

  @ParameterizedTest
  @CsvSource({
    "way by_date amount 100.01, amount", "way by_date amount many, amount", "way by_date amount 0, amount", "way by_date first_on 2026-11-19, days", "way by_date first_on 2036-12-01, days",
    "way part_and_rest amount 100, amount", "way part_and_rest first_on 2026-11-21 rest_on 2026-11-22, days", "way instalments count 1, count", "way instalments count 121, count",
    "way instalments count x, count", "way instalments rhythm typed typed 2026-12-01/99, sum", "way instalments rhythm typed typed soon/100, line", "way instalments rhythm typed typed 2026-13-01/100, line",
    "way instalments rhythm typed, count"
  })
  void whatCannotBePaidSoIsRefusedWithWhatIsWrong(String typed, String why) {
    var words = typed.split(" ", -1);
    for (int at = 0; at < words.length; at++) {
      words[at] = words[at].replace('/', ' ');
    }
    assertThatExceptionOfType(NoOffer.class).isThrownBy(() -> offer(FRIDAY, words)).satisfies(no -> assertThat(no.word()).isEqualTo(why));
  }

  @Test
  void whereNothingIsOwedNothingIsOffered() {
    assertThatExceptionOfType(NoOffer.class)
        .isThrownBy(() -> Offers.of(sheet("way", "all_today"), facts(FRIDAY, Money.zero(OWED.currency())), TypedOfferTest::read)).returns("nothing_open", NoOffer::word);
    assertThat(Offers.of(Sheet.EMPTY, facts(FRIDAY, OWED), TypedOfferTest::read)).isEmpty();
  }

  @Test
  void everyOptionOfTheLadderIsTheSameOnceItWasTakenIntoTheForm() {
    for (var limits : List.of(new Authority(0, 6, 200, 0), new Authority(40, 12, 500, 0))) {
      var known = facts(FRIDAY, Money.ofMinor(123_457, "EUR"));
      var facts = new Ladder.Facts(known.owed(), FRIDAY, DAYS, known.annualPercent(), known.reliability(), limits, Interest.FROZEN, false);
      for (var step : Ladder.of(facts).steps()) {
        var sheet = Offers.taken(sheet("amount", "5", "count", "99", "words", "We are waiting."), step.offer(), FRIDAY);
        assertThat(Offers.of(sheet, facts, TypedOfferTest::read)).contains(step.offer());
        assertThat(sheet.typed(Field.WORDS)).isEqualTo("We are waiting.");
      }
    }
  }

  @Test
  void anEmptyValueEmptiesItsField() {
    assertThat(sheet("amount", "5").with(Map.of(Field.AMOUNT, "")).fields()).isEmpty();
  }
}
