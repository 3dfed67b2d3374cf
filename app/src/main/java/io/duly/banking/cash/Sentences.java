package io.duly.banking.cash;

import io.duly.matching.Why;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** Puts reasons into words. */
public final class Sentences {
  private static final ResourceBundle WORDS = ResourceBundle.getBundle("io.duly.banking.cash.whys", Locale.ENGLISH);

  private Sentences() {}

  /** One reason, as a part of a sentence: {@code the text names invoice RE-4711 (as RE4711)}. */
  public static String of(Why why) {
    return new MessageFormat(WORDS.getString(why.code().word()), Locale.ENGLISH).format(why.values().toArray());
  }

  /** Several, parted by semicolons. */
  public static String of(List<Why> whys) {
    return whys.stream().map(Sentences::of).distinct().limit(8).collect(Collectors.joining("; "));
  }
}
