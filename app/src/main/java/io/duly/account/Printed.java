package io.duly.account;

import com.ibm.icu.text.MessageFormat;
import io.duly.charging.InterestLines;
import io.duly.kernel.Money;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** How a statement is printed: the words, numbers and dates of one language. */
public final class Printed {
  private static final List<String> LANGUAGES = List.of("en", "de", "fr", "nl", "es");

  private final Locale locale;
  private final ResourceBundle words;
  private final DateTimeFormatter days;

  private Printed(Locale locale) {
    this.locale = locale;
    this.words =
        ResourceBundle.getBundle(
            "io.duly.account.statement",
            locale.getLanguage().equals("en") ? Locale.ROOT : locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    this.days = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
  }

  /** In a language, or in English where that is none of ours. */
  static Printed in(String language) {
    return new Printed(language.equals("en") || !LANGUAGES.contains(language) ? Locale.UK : Locale.of(language));
  }

  /** An ISO 639 code. */
  public String language() {
    return locale.getLanguage();
  }

  public String say(String key) {
    return words.getString(key);
  }

  public String say(String key, Object... values) {
    return new MessageFormat(words.getString(key), locale).format(values);
  }

  /** A kind of posting or charge, as {@code late_fee}. */
  public String kind(String code) {
    return words.getString("kind." + code);
  }

  /** {@code 12,480.00}, without the currency, which stands in the heading. */
  public String amount(Money money) {
    return plain(money.major());
  }

  public String day(LocalDate day) {
    return days.format(day);
  }

  /** Days on which interest ran on one amount at one rate. */
  public String slice(InterestLines.Line line, Currency currency) {
    return say(
        "slice", day(line.from()), day(line.to()), amount(line.amount(), currency), number(line.percent()), line.days(),
        amount(line.interest(), currency));
  }

  private String amount(String major, Currency currency) {
    return amount(Money.ofMajor(new BigDecimal(major), currency));
  }

  private String plain(BigDecimal major) {
    var format = NumberFormat.getNumberInstance(locale);
    format.setMinimumFractionDigits(major.scale());
    format.setMaximumFractionDigits(major.scale());
    return format.format(major);
  }

  private String number(BigDecimal percent) {
    var format = NumberFormat.getNumberInstance(locale);
    format.setMaximumFractionDigits(4);
    return format.format(percent);
  }
}
