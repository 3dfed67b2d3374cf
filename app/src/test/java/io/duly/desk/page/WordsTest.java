package io.duly.desk.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WordsTest {
  private final Properties english = texts("/desk.properties");
  private final Properties german = texts("/desk_de.properties");

  @Test
  void whatIsSaidInEnglishIsSaidInGerman() {
    assertThat(new TreeSet<>(german.stringPropertyNames())).containsExactlyElementsOf(new TreeSet<>(english.stringPropertyNames()));
  }

  @Test
  void everyTextHasTheSamePlacesInBothLanguages() {
    var other = new TreeMap<String, String>();
    for (var key : english.stringPropertyNames()) {
      var said = german.getProperty(key);
      if (said != null && !places(english.getProperty(key)).equals(places(said))) {
        other.put(key, said);
      }
    }
    assertThat(other).isEmpty();
  }

  @Test
  void aReaderWhoseLanguageIsNotThereReadsEnglish() {
    assertThat(Words.in(Locale.GERMANY).say("worklist.title")).isEqualTo("Arbeitsliste");
    assertThat(Words.in(Locale.ITALIAN).say("worklist.title")).isEqualTo("Worklist");
  }

  private static Set<String> places(String text) {
    return new MessageFormat(text, Locale.ENGLISH).getArgumentNames();
  }

  private static Properties texts(String file) {
    var texts = new Properties();
    try (Reader in = new InputStreamReader(Objects.requireNonNull(WordsTest.class.getResourceAsStream(file), file), StandardCharsets.UTF_8)) {
      texts.load(in);
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
    return texts;
  }
}
