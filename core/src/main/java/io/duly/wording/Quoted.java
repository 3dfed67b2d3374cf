package io.duly.wording;

import java.util.Comparator;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Covers imported values in a text, so that they are read as names: every other sign keeps its place. */
final class Quoted {
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final int SHORTEST = 3;

  private Quoted() {}

  static String covered(String text, Set<String> values) {
    var covered = text;
    for (var value : values.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList()) {
      if (value.strip().length() >= SHORTEST) {
        covered = pattern(value).matcher(covered).replaceAll(found -> Matcher.quoteReplacement(name(found.group().length())));
      }
    }
    return covered;
  }

  /** However its words are parted, and not within other words. */
  private static Pattern pattern(String value) {
    var words = BLANKS.splitAsStream(value.strip()).map(Pattern::quote).collect(Collectors.joining("\\s+"));
    return Pattern.compile("(?<![\\p{L}\\p{N}])" + words + "(?![\\p{L}\\p{N}])");
  }

  private static String name(int length) {
    return "X" + "x".repeat(length - 1);
  }
}
