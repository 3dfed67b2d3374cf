package io.duly.banking.cash;

import io.duly.matching.Why;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** Puts reasons into words. */
public final class Sentences {
  private static final ResourceBundle WORDS = ResourceBundle.getBundle("io.duly.banking.cash.whys", Locale.ENGLISH);
  /** Taken apart once; a format is no thread's own, so each use takes a copy. */
  private static final Map<Why.Code, MessageFormat> FORMATS = Arrays.stream(Why.Code.values())
      .collect(Collectors.toUnmodifiableMap(code -> code, code -> new MessageFormat(WORDS.getString(code.word()), Locale.ENGLISH)));

  private Sentences() {}

  /** One reason, as a part of a sentence: {@code the text names invoice RE-4711 (as RE4711)}. */
  public static String of(Why why) {
    return ((MessageFormat) Objects.requireNonNull(FORMATS.get(why.code())).clone()).format(why.values().toArray());
  }

  /** Several, parted by semicolons. */
  public static String of(List<Why> whys) {
    return whys.stream().map(Sentences::of).distinct().limit(8).collect(Collectors.joining("; "));
  }
}
