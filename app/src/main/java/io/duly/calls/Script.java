package io.duly.calls;

import com.ibm.icu.text.MessageFormat;
import io.duly.agreements.PaidBy;
import io.duly.kernel.Money;
import io.duly.plans.Plan;
import io.duly.strategy.Tone;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** What to say on the telephone, in the debtor's language, with days and amounts as they are spoken there. */
public final class Script {
  private final Locale locale;
  private final ResourceBundle words;

  private Script(Locale locale) {
    this.locale = locale;
    this.words =
        ResourceBundle.getBundle(
            "io.duly.calls.talk", locale.getLanguage().equals("en") ? Locale.ROOT : Locale.of(locale.getLanguage()),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /**
   * The words of a language; English where there are none in it.
   *
   * @param language ISO 639-1
   * @param country by whose custom amounts are written; empty: the language's
   */
  public static Script in(String language, Optional<String> country) {
    boolean known = List.of("en", "de", "fr", "nl", "es").contains(language);
    var spoken = known ? language : "en";
    return new Script(Locale.of(spoken, country.filter(_ -> known).orElse(spoken.equals("en") ? "GB" : "")));
  }

  public String language() {
    return locale.getLanguage();
  }

  public String say(String key, Object... values) {
    return new MessageFormat(words.getString(key), locale).format(values);
  }

  /** Why we call, as the policy has us speak; needs the right party on the line. */
  public String why(Tone tone, int invoices, LocalDate dueSince, Money open) {
    return say("why." + tone.name().toLowerCase(Locale.ROOT), invoices, day(dueSince), amount(open));
  }

  /** Sentences that calm. */
  public List<String> calm() {
    return List.of(words.getString("calm").split("\\|", -1));
  }

  /**
   * What was agreed, to be read aloud: every day, every amount, how it is paid (P30).
   *
   * @param asksFirst somebody else has to say yes first
   */
  public String recap(Plan plan, PaidBy paidBy, boolean asksFirst) {
    var parts = plan.instalments().stream().map(part -> say("part", amount(part.amount()), day(part.dueOn()))).toList();
    var days = String.join("; ", parts);
    var how = words.getString("paid." + paidBy.word());
    return asksFirst ? say("recap.asks", days) : say("recap", days, how) + " " + words.getString("recap.end");
  }

  public String day(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale).format(day);
  }

  public String amount(Money money) {
    var format = NumberFormat.getNumberInstance(locale);
    format.setMinimumFractionDigits(money.major().scale());
    format.setMaximumFractionDigits(money.major().scale());
    return format.format(money.major()) + " " + money.currency().getCurrencyCode();
  }
}
