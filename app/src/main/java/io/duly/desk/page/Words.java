package io.duly.desk.page;

import com.ibm.icu.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/** The texts of the pages in one language. Patterns are ICU's, so that plurals are right in each language. */
public final class Words {
  /** The languages there are texts in; the first is the one for everybody else. */
  public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

  private static final Map<Locale, Words> ALL = new ConcurrentHashMap<>();

  private final Locale locale;
  private final ResourceBundle bundle;
  private final Map<String, MessageFormat> patterns = new ConcurrentHashMap<>();

  private Words(Locale locale) {
    this.locale = locale;
    this.bundle =
        ResourceBundle.getBundle(
            "desk", locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** The texts for a reader who prefers a locale, whose numbers and plurals follow it. */
  public static Words in(Locale locale) {
    return ALL.computeIfAbsent(spoken(locale), Words::new);
  }

  private static Locale spoken(Locale wish) {
    return LANGUAGES.stream()
        .filter(language -> language.getLanguage().equals(wish.getLanguage()))
        .findFirst()
        .orElse(LANGUAGES.getFirst());
  }

  public Locale locale() {
    return locale;
  }

  /** @throws MissingResourceException where the bundle lacks the text */
  public String say(String key) {
    return bundle.getString(key);
  }

  /** The text with its places filled: {@code {0}}, {@code {1}} … */
  public String say(String key, Object... values) {
    var pattern = patterns.computeIfAbsent(key, known -> new MessageFormat(bundle.getString(known), locale));
    synchronized (pattern) { // a pattern is read once, and fills one text at a time
      return pattern.format(values);
    }
  }

  /** The text for a code of the domain, or the code itself, with spaces, where it is of somebody's own making. */
  public String name(String family, String code) {
    var key = family + "." + code;
    return bundle.containsKey(key) ? bundle.getString(key) : code.replace('_', ' ').replace('-', ' ');
  }
}
