package io.duly.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedAmountTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "1234.56 | 1234.56", "1234,56 | 1234.56", "12,50 | 12.50", "12.5 | 12.50", "1,234.56 | 1234.56", "1.234,56 | 1234.56",
    "1 234,50 | 1234.50", "1'234.50 | 1234.50", "1,234,567 | 1234567.00", "1.234.567,8 | 1234567.80", "0,05 | 0.05", " 7 | 7.00"
  })
  void meansTheSameToEverybody(String typed, String amount) {
    assertThat(read(typed, "EUR", Locale.ENGLISH)).isEqualTo(amount);
    assertThat(read(typed, "EUR", Locale.GERMAN)).isEqualTo(amount);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"1,250 | 1250.00 | none", "1.250 | none | 1250.00", "12.500 | none | 12500.00", "12,500 | 12500.00 | none"})
  void threeDigitsBehindOneSignAreReadAsTheReaderWrites(String typed, String english, String german) {
    assertThat(read(typed, "EUR", Locale.ENGLISH)).isEqualTo(english);
    assertThat(read(typed, "EUR", Locale.GERMAN)).isEqualTo(german);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"1,25,000", "1.2.3", "-5", "1e3", "12.34.56", "1,234.56.7", "12.345,6,7", "abc", "5.", ".5", "1,23.45", "12345678901234567"})
  void whatCanBeNeitherIsNone(String typed) {
    assertThat(read(typed, "EUR", Locale.ENGLISH)).isEqualTo("none");
    assertThat(read(typed, "EUR", Locale.GERMAN)).isEqualTo("none");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"1500 | JPY | 1500", "1500.5 | JPY | none", "1500.00 | JPY | 1500", "1.234 | KWD | 1.234", "12.345 | EUR | none"})
  void decimalsAreThoseOfTheCurrency(String typed, String currency, String amount) {
    assertThat(read(typed, currency, Locale.ENGLISH)).isEqualTo(amount);
  }

  private static String read(String typed, String currency, Locale locale) {
    return TypedAmount.of(typed, Currency.getInstance(currency), locale).map(money -> money.major().toPlainString()).orElse("none");
  }
}
