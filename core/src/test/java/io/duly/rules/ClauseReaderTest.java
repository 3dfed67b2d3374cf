package io.duly.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can mean one thing only is read; everything else is asked for. */
@Tag("P02")
class ClauseReaderTest {
  private static final Currency EUR = Currency.getInstance("EUR");

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "8 % p.a.; 8",
        "8,5 % per annum; 8.5",
        "10% a year; 10",
        "1.5 % per month; 18.0",
        "1 percent monthly; 12",
        "9 Prozent im Jahr; 9"
      })
  void readsRatesThatSayTheirTime(String words, BigDecimal yearly) {
    assertThat(ClauseReader.interest(words))
        .contains(new Terms.AgreedInterest(yearly, Compounding.NONE));
  }

  @Test
  void readsPointsAboveTheOneReferenceThatMovesWithTheHalfYears() {
    var read = ClauseReader.interest("9 Prozentpunkte über dem Basiszinssatz").orElseThrow();
    assertThat(read.above()).contains("basiszinssatz");
    assertThat(read.percent()).isEqualByComparingTo("9");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8 %",
        "8 % per 30 days",
        "base rate + 4",
        "4 % above base rate p.a.",
        "statutory",
        "8 % p.a., compounded monthly",
        "8–10 % p.a.",
        "8 % p.a. or the statutory rate, whichever is higher",
        ""
      })
  void guessesNoRate(String words) {
    assertThat(ClauseReader.interest(words)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"25 EUR; 25.00", "EUR 25,50; 25.50", "€ 1000; 1000.00", "40.00 eur; 40.00"})
  void readsSumsWithTheirCurrency(String words, String amount) {
    assertThat(ClauseReader.sum(words).orElseThrow().plain()).isEqualTo(amount);
  }

  @ParameterizedTest
  @ValueSource(strings = {"25", "1.000 EUR", "1,000 EUR", "$ 25", "25 XQQ", "all reasonable costs"})
  void guessesNoSum(String words) {
    assertThat(ClauseReader.sum(words)).isEmpty();
  }

  @Test
  void aLateFeeIsASumOrAShare() {
    assertThat(ClauseReader.lateFee("2 %", EUR).orElseThrow().percent()).isEqualByComparingTo("2");
    assertThat(ClauseReader.lateFee("25 EUR", EUR).orElseThrow().fixed().plain()).isEqualTo("25.00");
    assertThat(ClauseReader.lateFee("25 GBP", EUR)).as("not converted").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bank-rate", "basiszinssatz", "ecb-reference"})
  void anAgreedRateMovesWithItsReference(String table) {
    var clause =
        new Terms.AgreedInterest(
            new BigDecimal("4"), Optional.of(table), Compounding.NONE);
    var terms =
        new Terms(
            "1",
            ChargesFixture.day("2025-01-01"),
            Optional.of(clause),
            Optional.empty(),
            Optional.empty());
    var claim = ChargesFixture.business("US", ChargesFixture.euros("10000.00"), "2026-06-15").with(terms);
    var lines = ChargesFixture.on(claim, "2026-07-15").charge(ChargeKind.INTEREST).lines();
    assertThat(lines).hasSize(2);
  }
}
