package io.duly.desk.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One sentence as the core says it, with places, and how it is said in another language.
 *
 * <p>A place without a kind of its own takes any text up to what stands after it, where that comes first: a group that is
 * left again never, so that a text of a stranger's making costs as much as it is long.
 */
record Phrase(Pattern pattern, List<Place> places, String said, Optional<String> firstWord, int literal) {
  private static final Pattern PLACE = Pattern.compile("(?<!\\{)\\{([A-Za-z]+[0-9]*)(!?)\\}(?!\\})");
  /** Between the two sides of a sentence that says "=" itself. */
  private static final String BESIDE_EQUALS = " == ";

  private static final String CODE = "[a-z0-9][a-z0-9._()-]{0,79}";
  private static final String WORDS = "[A-Za-z][A-Za-z_ -]{0,59}";
  private static final String WEEKDAY = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)";
  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("n", "-?[0-9]{1,9}"),
          Map.entry("percent", "-?[0-9]{1,9}(?:\\.[0-9]{1,9})?"),
          Map.entry("day", "[0-9]{4}-[0-9]{2}-[0-9]{2}"),
          Map.entry("time", "[0-9]{2}:[0-9]{2}"),
          Map.entry("instant", "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{5,20}Z"),
          Map.entry("money", "-?[0-9][0-9,]{0,24}(?:\\.[0-9]{1,4})? [A-Z]{3}"),
          Map.entry("zone", "[A-Za-z0-9_+-]{1,30}(?:/[A-Za-z0-9_+-]{1,30}){0,2}"),
          Map.entry("weekday", WEEKDAY),
          Map.entry("weekdays", WEEKDAY + "(?: " + WEEKDAY + "){0,6}"),
          Map.entry("code", CODE),
          Map.entry("rule", "[A-Z][A-Z0-9]{0,20}(?:-[A-Z0-9]{1,20}){0,8}"));

  /**
   * @param isPart looked up itself
   * @param must whether the sentence is another one where the part is not known
   */
  record Place(String name, boolean isPart, boolean must) {
    static Place of(MatchResult found) {
      return new Place(found.group(1), Character.isUpperCase(found.group(1).charAt(0)), !found.group(2).isEmpty());
    }

    Optional<String> kind(Set<String> lists) {
      return lists.contains(word()) ? Optional.of(word().equals("step") ? CODE : WORDS) : Optional.ofNullable(KINDS.get(word()));
    }

    boolean isMoney() {
      return word().equals("money");
    }

    boolean isPercent() {
      return word().equals("percent");
    }

    /** Its name in small letters, without the number that tells it from another of its kind. */
    String word() {
      return name.replaceAll("[0-9]", "").toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @param lists the names of the lists of words that a place can be of
   * @throws IllegalArgumentException where the two sides have different places
   */
  static Phrase of(String line, Set<String> lists) {
    var between = line.contains(BESIDE_EQUALS) ? BESIDE_EQUALS : " = ";
    int at = line.indexOf(between);
    if (at < 1) {
      throw new IllegalArgumentException("A line of a phrasebook is a sentence, \" = \" and how it is said, not: " + line);
    }
    var english = line.substring(0, at);
    var said = line.substring(at + between.length());
    var places = PLACE.matcher(english).results().map(Place::of).toList();
    if (!names(english).equals(names(said))) {
      throw new IllegalArgumentException("The two sides have different places: " + line);
    }
    return new Phrase(pattern(english, lists), places, said, firstWord(english), PLACE.matcher(english).replaceAll("").length());
  }

  private static List<String> names(String text) {
    return PLACE.matcher(text).results().map(found -> found.group(1)).sorted().toList();
  }

  private static Optional<String> firstWord(String english) {
    var word = firstWordOf(english);
    return PLACE.matcher(word).find() ? Optional.empty() : Optional.of(word);
  }

  static String firstWordOf(String text) {
    int space = text.indexOf(' ');
    return space < 0 ? text : text.substring(0, space);
  }

  private static Pattern pattern(String english, Set<String> lists) {
    var made = new StringBuilder();
    var places = PLACE.matcher(english);
    int from = 0;
    boolean free = false;
    while (places.find()) {
      made.append(quoted(english.substring(from, places.start())));
      var kind = Place.of(places.toMatchResult()).kind(lists);
      made.append(free && kind.isEmpty() ? ")" : "").append(kind.map(one -> "(" + one + ")").orElse("(?>(.+?)"));
      free = free || kind.isEmpty();
      from = places.end();
    }
    made.append(quoted(english.substring(from))).append("\\z").append(free ? ")" : "");
    return Pattern.compile(made.toString(), Pattern.DOTALL);
  }

  private static String quoted(String literal) {
    return literal.isEmpty() ? "" : Pattern.quote(literal);
  }

  /** What stands in the places where this is the sentence. */
  Optional<List<String>> in(String text) {
    var found = pattern.matcher(text);
    if (!found.matches()) {
      return Optional.empty();
    }
    var parts = new ArrayList<String>(places.size());
    for (int at = 1; at <= places.size(); at++) {
      parts.add(found.group(at));
    }
    return Optional.of(parts);
  }

  /** The sentence with its places filled, in the order of the English one. */
  String filled(List<String> parts) {
    return PLACE.matcher(said).replaceAll(found -> Matcher.quoteReplacement(parts.get(index(found.group(1)))));
  }

  private int index(String name) {
    for (int at = 0; at < places.size(); at++) {
      if (places.get(at).name().equals(name)) {
        return at;
      }
    }
    throw new IllegalStateException("No place is named " + name);
  }
}
