package io.duly.correspondence.template;

import io.duly.kernel.Money;
import io.duly.wording.Language;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How a language writes amounts and days. Safe for many threads. */
public final class Forms {
  private static final String NO_BREAK = "\u00A0";
  private static final Map<Language, Set<String>> AT_HOME =
      Map.of(
          Language.EN, Set.of("GB", "IE", "US", "CA", "AU", "NZ"),
          Language.DE, Set.of("DE", "AT", "CH", "LI", "LU"),
          Language.FR, Set.of("FR", "BE", "CH", "CA", "LU"),
          Language.NL, Set.of("NL", "BE"),
          Language.ES, Set.of("ES", "MX", "US"));
  private static final Map<Language, String> HOME =
      Map.of(Language.EN, "GB", Language.DE, "DE", Language.FR, "FR", Language.NL, "NL", Language.ES, "ES");
  private static final Map<String, String> SIGNS = Map.of("EUR", "€", "GBP", "£");

  private final Language language;
  private final Locale locale;
  private final DateTimeFormatter day;
  private final DateTimeFormatter shortDay;
  private final DecimalFormatSymbols symbols;

  private Forms(Language language, Locale locale) {
    this.language = language;
    this.locale = locale;
    this.day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
    this.shortDay = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
    this.symbols = DecimalFormatSymbols.getInstance(locale);
  }

  /** As it is written in a country; as in the language's first one where it is not spoken there. */
  public static Forms of(Language language, Optional<String> country) {
    var where = country.filter(AT_HOME.getOrDefault(language, Set.of())::contains).orElse(HOME.get(language));
    return new Forms(language, Locale.of(language.code(), where));
  }

  public Language language() {
    return language;
  }

  /** The language and the country, for the markup. */
  public Locale locale() {
    return locale;
  }

  /** In words, never broken over two lines: {@code 3 March 2026}. */
  public String day(LocalDate date) {
    return day.format(date).replace(" ", NO_BREAK);
  }

  /** For tables: {@code 03.03.2026}, {@code 3 Mar 2026}. */
  public String shortDay(LocalDate date) {
    return shortDay.format(date);
  }

  /** With its currency: {@code £1,200.00}, {@code 1.200,00 €}, {@code € 1.200,00}. */
  public String money(Money money) {
    var code = money.currency().getCurrencyCode();
    var sign = SIGNS.getOrDefault(code, code);
    var number = number(money);
    if (language == Language.NL || locale.getCountry().equals("CH")) {
      return sign + NO_BREAK + number;
    }
    return language == Language.EN && sign.length() == 1 ? sign + number : number + NO_BREAK + sign;
  }

  /** Without its currency, which stands in a heading. */
  public String number(Money money) {
    var plain = money.major().abs().toPlainString();
    int point = plain.indexOf('.');
    var whole = new StringBuilder(point < 0 ? plain : plain.substring(0, point));
    for (int at = whole.length() - 3; at > 0; at -= 3) {
      whole.insert(at, symbols.getGroupingSeparator());
    }
    if (point >= 0) {
      whole.append(symbols.getDecimalSeparator()).append(plain, point + 1, plain.length());
    }
    return (money.minor() < 0 ? "-" : "") + whole;
  }
}
