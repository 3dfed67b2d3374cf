package io.duly.portal;

import com.ibm.icu.text.MessageFormat;
import io.duly.wording.Language;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/** The texts of the portal in one of the languages that letters are written in. */
public final class GuestWords {
  private static final Map<Language, GuestWords> ALL = all();

  private final Language language;
  private final ResourceBundle bundle;
  private final Map<String, MessageFormat> patterns = new ConcurrentHashMap<>();

  private GuestWords(Language language) {
    this.language = language;
    this.bundle = ResourceBundle.getBundle(
        "io.duly.portal.portal", Locale.of(language.code()), ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  public static GuestWords in(Language language) {
    return Objects.requireNonNull(ALL.get(language));
  }

  public Language language() {
    return language;
  }

  /**
   * The text with its places filled: {@code {0}}, {@code {1}} …
   *
   * @throws MissingResourceException where the bundle lacks the text
   */
  public String say(String key, Object... values) {
    var pattern = patterns.computeIfAbsent(key, known -> new MessageFormat(bundle.getString(known), Locale.of(language.code())));
    synchronized (pattern) { // a pattern is read once, and fills one text at a time
      return pattern.format(values);
    }
  }

  private static Map<Language, GuestWords> all() {
    var all = new EnumMap<Language, GuestWords>(Language.class);
    for (var language : Language.values()) {
      all.put(language, new GuestWords(language));
    }
    return all;
  }
}
