package io.duly.correspondence.template;

import io.duly.wording.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/** The words that laws want, in the languages of their countries; in English for whoever is written to in another. */
final class LawWords {
  private static final Map<Language, Properties> ALL = all();

  private LawWords() {}

  /** As large as the rest: a particular in small print could be overlooked. */
  static Piece paragraph(Forms forms, String name, Object... values) {
    return new Piece.Paragraph(List.of(new Piece.Run(say(forms, name, values), false, Optional.empty())));
  }

  /** The words of that name, with values put in for {@code {0}}, {@code {1}} … */
  static String say(Forms forms, String name, Object... values) {
    var said = find(forms.language(), name).or(() -> find(Language.EN, name)).orElseThrow(() -> new IllegalArgumentException("No law has words named " + name));
    for (int at = 0; at < values.length; at++) {
      said = said.replace("{" + at + "}", values[at].toString());
    }
    return said;
  }

  private static Optional<String> find(Language language, String name) {
    return Optional.ofNullable(ALL.get(language)).flatMap(words -> Optional.ofNullable(words.getProperty(name)));
  }

  private static Map<Language, Properties> all() {
    var all = new EnumMap<Language, Properties>(Language.class);
    for (var language : Language.values()) {
      all.put(language, read(language.code() + "/law.properties"));
    }
    return all;
  }

  private static Properties read(String file) {
    try (var stream = Objects.requireNonNull(LawWords.class.getResourceAsStream(file), file);
        var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      var words = new Properties();
      words.load(reader);
      return words;
    } catch (IOException unreadable) {
      throw new UncheckedIOException("The words in " + file + " cannot be read", unreadable);
    }
  }
}
