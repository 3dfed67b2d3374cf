package io.duly.desk.template;

import io.duly.strategy.Tone;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What stands in the editor.
 *
 * @param text of the template; empty where it was not sent
 * @param based the version that was in force when the writer began, 0 for the shipped one
 * @param number of the case to look at it with; empty for the example
 * @param tone in which it is looked at
 * @param as {@code plain}, {@code html}, {@code sms} or {@code letter}
 */
public record Sheet(Optional<String> text, Optional<Integer> based, Optional<String> number, Optional<String> tone, Optional<String> as) {
  public static final List<String> FORMS = List.of("plain", "html", "sms", "letter");
  /** So many signs a text has at most. */
  public static final int LONGEST = 40_000;

  /** As the editor may hold it: nothing that was made up, nothing too long to keep. */
  public Sheet {
    text = text.map(words -> words.replace("\r\n", "\n").replace("\0", "")).map(words -> words.substring(0, Math.min(words.length(), LONGEST)));
    number = number.map(String::strip).filter(typed -> !typed.isEmpty()).map(typed -> typed.substring(0, Math.min(typed.length(), 20)));
    tone = tone.filter(word -> Arrays.stream(Tone.values()).anyMatch(one -> word(one).equals(word))).or(() -> Optional.of("neutral"));
    as = as.filter(FORMS::contains).or(() -> Optional.of("plain"));
  }

  Sheet with(String words, int version) {
    return new Sheet(Optional.of(words), Optional.of(version), number, tone, as);
  }

  Tone inTone() {
    return Tone.valueOf(tone.orElseThrow().toUpperCase(Locale.ROOT));
  }

  public boolean isAs(String form) {
    return as.orElseThrow().equals(form);
  }

  private static String word(Tone tone) {
    return tone.name().toLowerCase(Locale.ROOT);
  }
}
