package io.duly.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuestWordsTest {
  /** Words that blame or press, in each language. */
  private static final Pattern HARD =
      Pattern.compile("(?iu)\\b(debt|owe|overdue|must|immediately|failure|legal|Schuld|Mahnung|sofort|müssen Sie zahlen|dette|immédiatement|impayé|schuldig|onmiddellijk|deuda|inmediatamente|moros\\w*)\\b");
  private static final int LONGEST_SENTENCE = 27;

  private final Properties english = texts("");

  @ParameterizedTest
  @ValueSource(strings = {"_de", "_fr", "_nl", "_es"})
  void whatIsSaidInEnglishIsSaidInEachLanguageWithTheSamePlaces(String language) {
    var other = texts(language);
    assertThat(new TreeSet<>(other.stringPropertyNames())).containsExactlyElementsOf(new TreeSet<>(english.stringPropertyNames()));
    for (var key : english.stringPropertyNames()) {
      assertThat(places(other.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "_de", "_fr", "_nl", "_es"})
  void sentencesAreShortAndNobodyIsBlamedOrPressed(String language) {
    var words = texts(language);
    for (var key : words.stringPropertyNames()) {
      var text = words.getProperty(key);
      assertThat(HARD.matcher(text).find()).as(key + ": " + text).isFalse();
      for (var sentence : text.split("[.?!:\\n]", -1)) {
        assertThat(sentence.strip().split("\\s+", -1).length).as(key + ": " + sentence).isLessThanOrEqualTo(LONGEST_SENTENCE);
      }
    }
  }

  @Test
  void everyTextThatAPageSaysIsThere() throws IOException {
    var said = Pattern.compile("say\\(\"([a-z0-9.-]+)\"");
    try (var files = Files.walk(Path.of("src/main/jte/portal"))) {
      var keys = files.filter(Files::isRegularFile).flatMap(file -> said.matcher(read(file)).results()).map(found -> found.group(1)).collect(Collectors.toSet());
      assertThat(keys).hasSizeGreaterThan(40);
      keys.removeIf(key -> key.endsWith("."));
      assertThat(english.stringPropertyNames()).containsAll(keys);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> places(String text) {
    return new MessageFormat(text, Locale.ENGLISH).getArgumentNames();
  }

  private static Properties texts(String language) {
    var texts = new Properties();
    var file = "/io/duly/portal/portal" + language + ".properties";
    try (var in = new InputStreamReader(Objects.requireNonNull(GuestWordsTest.class.getResourceAsStream(file), file), StandardCharsets.UTF_8)) {
      texts.load(in);
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
    return texts;
  }
}
