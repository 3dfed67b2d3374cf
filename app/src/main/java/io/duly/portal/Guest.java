package io.duly.portal;

import io.duly.correspondence.template.Forms;
import io.duly.kernel.Money;
import io.duly.wording.Language;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Who looks at a page of the portal and how it speaks to them. A new one for each request.
 *
 * @param path of the page
 * @param isIn whether they showed a code
 * @param csrf the token that every form carries; asked for only where a form is
 * @param style the address of the style, which carries the hash of its content
 */
public record Guest(GuestWords words, Forms forms, String path, boolean isIn, Supplier<String> csrf, String style) {
  static Guest of(Language language, Optional<String> country, String path, boolean isIn, Supplier<String> csrf, String style) {
    return new Guest(GuestWords.in(language), Forms.of(language, country), path, isIn, csrf, style);
  }

  public String say(String key, Object... values) {
    return words.say(key, values);
  }

  public String money(Money money) {
    return forms.money(money);
  }

  public String day(LocalDate day) {
    return forms.day(day);
  }

  /** With the day of the week, for choosing one. */
  public String weekday(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(forms.locale()).format(day);
  }

  public String shortDay(LocalDate day) {
    return forms.shortDay(day);
  }

  /** The page itself, where a form of it was answered with a page. */
  public String page() {
    return path.replaceFirst("/(opening|another|again)$", "");
  }

  /** The name of a language in itself. */
  public String nameOf(Language language) {
    var locale = Locale.of(language.code());
    var name = locale.getDisplayLanguage(locale);
    return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
  }
}
