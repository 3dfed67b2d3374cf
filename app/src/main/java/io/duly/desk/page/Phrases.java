package io.duly.desk.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Says in another language what the core and the journal say in English. What is kept stays as it was said; this is for
 * whoever reads it. A sentence that is not in the book, and what a person wrote, stays as it is.
 *
 * <p>The book is a text, {@code reasons_de.txt} and, for refusals of forms and what the bank's matching says, {@code refusals_de.txt}: a sentence, {@code =} ({@code ==} where it says one itself), how it is said. Places: {@code {n}}, {@code {day}},
 * {@code {money}} … as {@link Phrase} knows them; of any other name in small letters is text that is left alone; with a
 * capital it is looked up itself, in the list of its name ({@code <Hold> plan = Ratenplan}) where there is one, and with
 * {@code !} the sentence is this one only where the part is known. The sentence with most words of its own wins.
 */
final class Phrases {
  /** Signs of a text that is looked up. */
  private static final int LONGEST = 2_000;

  /** Look-ups for one text, parts of parts included: strangers' words may stand in it. */
  private static final int MOST_LOOKUPS = 120;

  private static final int KEPT = 20_000;

  private static final Pattern WORD = Pattern.compile("<([A-Z][a-z]+)> (\\S+) = (.+)");
  private static final Map<String, Phrases> BOOKS = Map.of("de", of(text("reasons_de.txt") + "\n" + text("refusals_de.txt")));

  private final List<Phrase> anywhere;
  private final Map<String, List<Phrase>> byFirstWord;
  private final Map<String, Map<String, String>> lists;
  private final Cache<Said, String> known = Caffeine.newBuilder().maximumSize(KEPT).build();

  private record Said(Locale locale, String text) {}

  private Phrases(List<Phrase> phrases, Map<String, Map<String, String>> lists) {
    this.lists = lists;
    var longestFirst = phrases.stream().sorted(Comparator.comparingInt(Phrase::literal).reversed()).toList();
    anywhere = longestFirst.stream().filter(one -> one.firstWord().isEmpty()).toList();
    byFirstWord = new HashMap<>();
    longestFirst.stream().flatMap(one -> one.firstWord().stream()).distinct().forEach(word ->
        byFirstWord.put(word, longestFirst.stream().filter(one -> one.firstWord().filter(first -> !first.equals(word)).isEmpty()).toList()));
  }

  /** The book for a reader's language; empty for English, which needs none. */
  static Optional<Phrases> in(Locale locale) {
    return Optional.ofNullable(BOOKS.get(locale.getLanguage()));
  }

  /** @throws IllegalArgumentException where a line is none */
  static Phrases of(String book) {
    var lists = new HashMap<String, Map<String, String>>();
    var sentences = new ArrayList<String>();
    for (var line : book.lines().filter(one -> !one.isBlank() && !one.startsWith("#")).toList()) {
      var word = WORD.matcher(line);
      if (word.matches()) {
        lists.computeIfAbsent(word.group(1).toLowerCase(Locale.ROOT), _ -> new HashMap<>()).put(word.group(2), word.group(3));
      } else {
        sentences.add(line);
      }
    }
    return new Phrases(sentences.stream().map(line -> Phrase.of(line, lists.keySet())).toList(), lists);
  }

  private static String text(String name) {
    try (InputStream file = Phrases.class.getResourceAsStream("/" + name)) {
      if (file == null) {
        throw new IllegalStateException("The phrasebook " + name + " is missing");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("The phrasebook " + name + " cannot be read", unreadable);
    }
  }

  /** @param locale how amounts are written */
  String say(String text, Locale locale) {
    return text.length() > LONGEST ? text : known.get(new Said(locale, text), said -> new Lookup(said.locale).say(said.text).orElse(said.text));
  }

  private final class Lookup {
    private final Locale locale;
    private int left = MOST_LOOKUPS;

    Lookup(Locale locale) {
      this.locale = locale;
    }

    Optional<String> say(String text) {
      left--;
      var candidates = byFirstWord.getOrDefault(Phrase.firstWordOf(text), anywhere);
      for (var phrase : candidates) {
        var said = left < 0 ? Optional.<String>empty() : phrase.in(text).flatMap(parts -> filled(phrase, parts));
        if (said.isPresent()) {
          return said;
        }
      }
      return Optional.empty();
    }

    private Optional<String> filled(Phrase phrase, List<String> parts) {
      var said = new ArrayList<String>(parts.size());
      for (int at = 0; at < parts.size(); at++) {
        var place = phrase.places().get(at);
        var part = part(place, parts.get(at));
        if (part.isEmpty() && place.must()) {
          return Optional.empty();
        }
        said.add(part.orElse(parts.get(at)));
      }
      return Optional.of(phrase.filled(said));
    }

    private Optional<String> part(Phrase.Place place, String text) {
      if (place.isMoney()) {
        return Optional.of(number(text.substring(0, text.length() - 4)) + text.substring(text.length() - 4));
      }
      if (place.isPercent()) {
        return Optional.of(number(text));
      }
      if (!place.isPart()) {
        return Optional.empty();
      }
      var list = lists.get(place.word());
      return list == null ? say(text) : Optional.ofNullable(list.get(text.toLowerCase(Locale.ROOT).replaceAll("[_ ]", "-")));
    }

    /** {@code 1,200.00} as the reader writes it. */
    private String number(String english) {
      var number = new BigDecimal(english.replace(",", ""));
      var format = NumberFormat.getNumberInstance(locale);
      format.setMinimumFractionDigits(number.scale());
      format.setMaximumFractionDigits(number.scale());
      return format.format(number);
    }
  }
}
