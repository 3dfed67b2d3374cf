package io.duly.correspondence.template;

import io.duly.wording.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** The words of tables, closings and pages, by language. */
public final class Phrases {
  private static final Map<Language, Phrases> ALL = all();

  private final Properties words;

  private Phrases(Properties words) {
    this.words = words;
  }

  public static Phrases of(Language language) {
    return Objects.requireNonNull(ALL.get(language));
  }

  /**
   * The words of that name, with what is to be put in for {@code {0}}, {@code {1}} … as it is.
   *
   * @throws IllegalArgumentException where there are none
   */
  public String say(String name, Object... values) {
    var said = words.getProperty(name);
    if (said == null) {
      throw new IllegalArgumentException("There are no words named " + name);
    }
    var text = new StringBuilder(said);
    for (int at = 0; at + 2 < text.length(); at++) {
      if (text.charAt(at) == '{' && text.charAt(at + 2) == '}') {
        var value = values[text.charAt(at + 1) - '0'].toString();
        text.replace(at, at + 3, value);
        at += value.length() - 1;
      }
    }
    return text.toString();
  }

  private static Map<Language, Phrases> all() {
    var all = new EnumMap<Language, Phrases>(Language.class);
    for (var language : Language.values()) {
      all.put(language, new Phrases(read(language.code() + "/words.properties")));
    }
    return all;
  }

  private static Properties read(String file) {
    try (var stream = Objects.requireNonNull(Phrases.class.getResourceAsStream(file), file);
        var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      var words = new Properties();
      words.load(reader);
      return words;
    } catch (IOException unreadable) {
      throw new UncheckedIOException("The words in " + file + " cannot be read", unreadable);
    }
  }
}
