package io.duly.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Invariant 1. */
class MoneyTest {
  private static final List<Currency> CURRENCIES =
      List.of(
          Currency.getInstance("JPY"), Currency.getInstance("EUR"), Currency.getInstance("KWD"));

  private static Money euros(long cents) {
    return Money.ofMinor(cents, "EUR");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|EUR|0.00 EUR|0.00",
        "5|EUR|0.05 EUR|0.05",
        "-5|EUR|-0.05 EUR|-0.05",
        "123450|EUR|1,234.50 EUR|1234.50",
        "-123456789|EUR|-1,234,567.89 EUR|-1234567.89",
        "99999|EUR|999.99 EUR|999.99",
        "100000|EUR|1,000.00 EUR|1000.00",
        "500|JPY|500 JPY|500",
        "-1000|JPY|-1,000 JPY|-1000",
        "1|KWD|0.001 KWD|0.001",
        "1234567|KWD|1,234.567 KWD|1234.567",
        "9223372036854775807|EUR|92,233,720,368,547,758.07 EUR|92233720368547758.07",
        "-9223372036854775808|JPY|-9,223,372,036,854,775,808 JPY|-9223372036854775808"
      })
  void isSaidWithGroupingAndWrittenWithout(
      long minor, String currency, String said, String written) {
    assertThat(Money.ofMinor(minor, currency)).hasToString(said);
    assertThat(Money.ofMinor(minor, currency).plain()).isEqualTo(written);
  }

  @Test
  void twoCurrenciesAreNeverAdded() {
    var yen = Money.ofMinor(1, "JPY");
    assertThatThrownBy(() -> euros(1).plus(yen))
        .isInstanceOf(CurrencyMismatch.class)
        .hasMessage(
            "Amounts in EUR and JPY cannot be added or compared; keep them in separate cases");
    assertThatThrownBy(() -> euros(1).minus(yen)).isInstanceOf(CurrencyMismatch.class);
    assertThatThrownBy(() -> euros(1).compareTo(yen)).isInstanceOf(CurrencyMismatch.class);
    assertThatThrownBy(() -> euros(1).min(yen)).isInstanceOf(CurrencyMismatch.class);
  }

  @Test
  void whatDoesNotFitIsAnError() {
    assertThatThrownBy(() -> euros(Long.MAX_VALUE).plus(euros(1)))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> euros(Long.MIN_VALUE).minus(euros(1)))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> euros(Long.MIN_VALUE).negated())
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(
            () -> Money.ofMajor(new BigDecimal("92233720368547758.08"), euros(0).currency()))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Money.ofMajor(new BigDecimal("0.001"), euros(0).currency()))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void goldIsNoMoney() {
    assertThatThrownBy(() -> Money.ofMinor(1, "XAU"))
        .hasMessage("XAU is no currency that anything is paid in");
    assertThatThrownBy(() -> Money.ofMinor(1, "EURO")).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "EUR, 0.005, 0",
    "EUR, 0.015, 2",
    "EUR, 0.025, 2",
    "EUR, -0.015, -2",
    "JPY, 0.5, 0",
    "JPY, 1.5, 2",
    "KWD, 0.0015, 2",
    "KWD, 0.0025, 2"
  })
  void isRoundedHalfEven(String currency, BigDecimal major, long minor) {
    assertThat(Money.rounded(major, Currency.getInstance(currency)).minor()).isEqualTo(minor);
  }

  @Test
  void knowsItsSign() {
    assertThat(euros(1).isPositive()).isTrue();
    assertThat(euros(0).isPositive()).isFalse();
    assertThat(euros(0).isZero()).isTrue();
    assertThat(euros(1).isZero()).isFalse();
    assertThat(Money.zero(euros(1).currency())).isEqualTo(euros(0));
    assertThat(euros(1).min(euros(2))).isEqualTo(euros(1));
    assertThat(euros(2).min(euros(1))).isEqualTo(euros(1));
    var one = euros(1);
    assertThat(one.min(euros(1))).isSameAs(one);
  }

  static IntStream seeds() {
    return IntStream.range(0, 20);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void addsAsWholeNumbersDo(int seed) {
    var random = new SplittableRandom(seed);
    for (int round = 0; round < 500; round++) {
      Currency currency = CURRENCIES.get(random.nextInt(3));
      var one = new Money(random.nextLong(Long.MIN_VALUE / 2, Long.MAX_VALUE / 2), currency);
      var other = new Money(random.nextLong(Long.MIN_VALUE / 2, Long.MAX_VALUE / 2), currency);
      assertThat(one.plus(other)).isEqualTo(other.plus(one));
      assertThat(one.plus(other).minus(other)).isEqualTo(one);
      assertThat(one.plus(one.negated()).isZero()).isTrue();
      assertThat(one.plus(other).major()).isEqualByComparingTo(one.major().add(other.major()));
      assertThat(one.compareTo(other))
          .isEqualTo(Integer.signum(one.major().compareTo(other.major())));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void comesBackFromWhatIsWritten(int seed) {
    var random = new SplittableRandom(seed);
    for (int round = 0; round < 500; round++) {
      var money =
          new Money(random.nextLong() >> random.nextInt(63), CURRENCIES.get(random.nextInt(3)));
      assertThat(Money.ofMajor(new BigDecimal(money.plain()), money.currency())).isEqualTo(money);
      String pattern = "%,." + money.currency().getDefaultFractionDigits() + "f %s";
      assertThat(money)
          .hasToString(String.format(Locale.ROOT, pattern, money.major(), money.currency()));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void roundingIsOffByHalfAMinorUnitAtMost(int seed) {
    var random = new SplittableRandom(seed);
    for (int round = 0; round < 500; round++) {
      Currency currency = CURRENCIES.get(random.nextInt(3));
      BigDecimal exact = BigDecimal.valueOf(random.nextLong(-1_000_000_000, 1_000_000_000), 6);
      BigDecimal off = Money.rounded(exact, currency).major().subtract(exact).abs();
      assertThat(off.movePointRight(currency.getDefaultFractionDigits()))
          .isLessThanOrEqualTo(new BigDecimal("0.5"));
      assertThat(Money.rounded(exact, currency).major())
          .isEqualByComparingTo(
              exact.setScale(currency.getDefaultFractionDigits(), RoundingMode.HALF_EVEN));
    }
  }
}
