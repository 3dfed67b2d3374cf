package io.duly.desk.page;

import io.duly.identity.Person;
import io.duly.identity.SignIns;
import io.duly.kernel.Money;
import io.duly.kernel.TypedAmount;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who looks at a page and how it speaks to them. A new one for each request.
 *
 * @param locale how numbers and dates are written
 * @param today the desk's business date
 * @param person empty on the sign-in page
 * @param address path and query of the page
 * @param csrf the token that every form carries; asked for only where a form is
 * @param pauses what is paused; asked for only where it is shown
 * @param replies how many wait for somebody; likewise
 * @param failures what failed with the person's name before they signed in; told once, by whoever asks
 * @param tasks how many of the person's are due; likewise
 * @param approvals what waits for the person as the second, and answers that they have not read; likewise
 * @param openCalls whose note is not finished; likewise
 */
public record Reader(
    Words words,
    Locale locale,
    Theme theme,
    LocalDate today,
    Optional<Person> person,
    String address,
    Supplier<String> csrf,
    Supplier<List<PauseBand.Pause>> pauses,
    Supplier<Integer> replies,
    Supplier<Optional<SignIns.Failures>> failures,
    Supplier<Integer> tasks,
    Supplier<Integer> approvals,
    Supplier<List<OpenCalls.Left>> openCalls,
    Assets assets) {
  private static final String WAITS = "waits: ";
  private static final Pattern DAY = Pattern.compile("\\b[0-9]{4}-[0-9]{2}-[0-9]{2}\\b");

  public String say(String key) {
    return words.say(key);
  }

  public String say(String key, Object... values) {
    return words.say(key, values);
  }

  public String name(String family, String code) {
    return words.name(family, code);
  }

  /** An amount without its currency, grouped: {@code 12,480.00}. */
  public String amount(long minor, String currency) {
    var money = Money.ofMinor(minor, currency.strip());
    var format = NumberFormat.getNumberInstance(locale);
    format.setMinimumFractionDigits(money.major().scale());
    format.setMaximumFractionDigits(money.major().scale());
    return format.format(money.major());
  }

  /** An amount that the reader typed; empty where it is none of that currency. */
  public Optional<Money> typed(String amount, Currency currency) {
    return TypedAmount.of(amount, currency, locale);
  }

  public String count(long number) {
    return NumberFormat.getIntegerInstance(locale).format(number);
  }

  /** A date as short as it can be: without the year where it is this one. */
  public String day(LocalDate day) {
    var form = words.say(day.getYear() == today.getYear() ? "format.day" : "format.day-and-year");
    return DateTimeFormatter.ofPattern(form, words.locale()).format(day);
  }

  /** A reason as Duly gives it, in the reader's language and with days as they write them, without the word that says it waits. */
  public String reason(String text) {
    var english = text.startsWith(WAITS) ? text.substring(WAITS.length()) : text;
    var said = Phrases.in(words.locale()).map(book -> book.say(english, locale)).orElse(english);
    return DAY.matcher(said).replaceAll(found -> Matcher.quoteReplacement(day(found.group())));
  }

  /** The journal's words about what a person did: a sentence of Duly's around their own. In English as it was written. */
  public String told(String summary) {
    return Phrases.in(words.locale()).isPresent() ? reason(summary) : summary;
  }

  private String day(String iso) {
    try {
      return day(LocalDate.parse(iso));
    } catch (DateTimeParseException none) {
      return iso;
    }
  }

  /** A date in full, for whoever hovers. */
  public String fullDay(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(words.locale()).format(day);
  }

  /** A date in relation to today where that is shorter to understand. */
  public String when(LocalDate day) {
    long days = ChronoUnit.DAYS.between(today, day);
    if (days < -1 || days > 1) {
      return day(day);
    }
    return words.say(days == 0 ? "when.today" : days > 0 ? "when.tomorrow" : "when.yesterday");
  }

  /** How many days lie between a day and today: {@code 47 d}, or {@code in 5 d} for one to come. */
  public String age(LocalDate since) {
    long days = ChronoUnit.DAYS.between(since, today);
    return days < 0 ? words.say("format.age-to-come", -days) : words.say("format.age", days);
  }

  /** The time of a day, as the reader writes it. */
  public String time(ZonedDateTime at) {
    return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale).format(at);
  }

  /** An instant as short as it can be: the day, and the time where it is near. */
  public String moment(Instant at, ZoneId zone) {
    var there = at.atZone(zone);
    return when(there.toLocalDate()) + " " + time(there);
  }

  /** The day of the week, short. */
  public String weekday(LocalDate day) {
    return DateTimeFormatter.ofPattern("EEE", words.locale()).format(day);
  }

  /** Who it was, without what sort of actor that is. */
  public String who(String actor) {
    return actor.substring(actor.indexOf(':') + 1);
  }

  /** The name of a language in the reader's own. */
  public String language(String code) {
    return Locale.forLanguageTag(code).getDisplayLanguage(words.locale());
  }
}
