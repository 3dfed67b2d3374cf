package io.duly.banking.export;

import io.duly.intake.reading.Codes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** What banks call the columns of their lists, and other words of theirs, from {@code words.yaml}. */
final class BankWords {
  private static final Pattern MARKS = Pattern.compile("\\p{M}");
  private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}+-]+");
  private static final Pattern CODE = Pattern.compile("\\b[A-Z]{3}\\b");
  private static final Map<String, String> SIGNS = Map.of("€", "EUR", "£", "GBP", "zł", "PLN", "Kč", "CZK");
  /** What is only a part of a name says less than a name that is known whole. */
  private static final int PART = 10_000;
  private static final int SHORTEST_PART = 6;

  /** Loaded after what it is read with. */
  static final BankWords KNOWN = load();

  /**
   * What a name means.
   *
   * @param rank of two columns that mean the same, the lower counts
   * @param open an account: whose it is, only its column tells
   */
  record Meaning(Column column, int rank, boolean open) {
    /** Only a part of the name is known. */
    boolean partly() {
      return rank >= PART;
    }
  }

  private final Map<String, List<Meaning>> columns = new HashMap<>();
  private final Map<String, List<Meaning>> phrases = new HashMap<>();
  private final Map<String, Set<String>> words = new HashMap<>();

  private BankWords() {}

  /** Lower case, without accents; a space stands for whatever is no letter and no digit. */
  static String plain(String text) {
    var lower = text.toLowerCase(Locale.ROOT).replace("ß", "ss").replace("ø", "o").replace("æ", "ae").replace("ł", "l").replace("đ", "d");
    var letters = MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFKD)).replaceAll("");
    return OTHER.matcher(letters.replace("-", letters.length() > 1 ? " " : "-")).replaceAll(" ").strip();
  }

  private static String compact(String text) {
    return plain(text).replace(" ", "");
  }

  /** A name of which the currency is taken off: {@code Betrag (EUR)}, {@code Saldo in EUR}, {@code Paid in (£)}. */
  static String withoutCurrency(String name) {
    return currency(name).map(code -> {
      var rest = name;
      for (var sign : SIGNS.entrySet()) {
        rest = rest.replace(sign.getKey(), " ");
      }
      return rest.replaceAll("(?i)\\b(in )?" + code + "\\b", " ").replaceAll("\\(\\s*\\)|\\[\\s*]", " ").strip();
    }).filter(rest -> !plain(rest).isEmpty()).orElse(name);
  }

  /** The currency that a name says. */
  static Optional<String> currency(String name) {
    var sign = SIGNS.entrySet().stream().filter(one -> name.contains(one.getKey())).map(Map.Entry::getValue).findFirst();
    return sign.or(() -> CODE.matcher(name).results().map(match -> match.group()).filter(Codes::isCurrency).findFirst().filter(code -> !name.equals(name.toUpperCase(Locale.ROOT)) || name.matches(".*(\\(|\\bIN )" + code + ".*|" + code)));
  }

  /** What a column of this name can be, the likeliest first; nothing where the name says nothing. */
  List<Meaning> meanings(String name) {
    var rest = withoutCurrency(name);
    var whole = columns.getOrDefault(compact(rest), List.of());
    return whole.isEmpty() ? inPart(plain(rest)) : whole;
  }

  private List<Meaning> inPart(String name) {
    var tokens = List.of(name.split(" ", -1));
    return phrases(tokens)
        .filter(phrase -> phrase.length() >= SHORTEST_PART && phrases.containsKey(phrase))
        .max(Comparator.comparingInt(String::length))
        .map(phrase -> Objects.requireNonNull(phrases.get(phrase)).stream().map(one -> new Meaning(one.column(), one.rank() + PART, one.open())).toList())
        .orElse(List.of());
  }

  private static Stream<String> phrases(List<String> tokens) {
    var all = new ArrayList<String>();
    for (int from = 0; from < Math.min(tokens.size(), 12); from++) {
      for (int to = from + 1; to <= Math.min(tokens.size(), from + 6); to++) {
        all.add(String.join(" ", tokens.subList(from, to)));
      }
    }
    return all.stream();
  }

  /** Whether a text is one of the words of this kind. */
  boolean says(String kind, String text) {
    return words(kind).contains(compact(text));
  }

  /** Whether a text begins with words of this kind, or consists of them. */
  boolean beginsWith(String kind, String text) {
    var tokens = List.of(plain(text).split(" ", -1));
    return Stream.iterate(1, count -> count <= Math.min(4, tokens.size()), count -> count + 1).anyMatch(count -> words(kind).contains(String.join("", tokens.subList(0, count))));
  }

  /** Whether words of this kind occur in a text. */
  boolean mentions(String kind, String text) {
    return phrases(List.of(plain(text).split(" ", -1))).anyMatch(phrase -> words(kind).contains(phrase.replace(" ", "")));
  }

  private Set<String> words(String kind) {
    return Objects.requireNonNull(words.get(kind), kind);
  }

  private static BankWords load() {
    try (InputStream in = Objects.requireNonNull(BankWords.class.getResourceAsStream("/io/duly/banking/words.yaml"))) {
      Map<String, Map<String, List<Object>>> all = new Yaml().load(in);
      var known = new BankWords();
      Objects.requireNonNull(all.get("columns")).forEach(known::column);
      Stream.of("never", "words").map(all::get).map(Objects::requireNonNull).forEach(lists -> lists.forEach((kind, list) -> known.words.put(kind, compacted(list))));
      return known;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Set<String> compacted(List<Object> list) {
    var set = new HashSet<String>();
    list.forEach(one -> set.add(compact(String.valueOf(one))));
    return set;
  }

  private void column(String word, List<Object> names) {
    boolean open = word.equals("someAccount");
    var column = open ? Column.COUNTERPARTY_ACCOUNT : Column.named(word).orElseThrow();
    for (int rank = 0; rank < names.size(); rank++) {
      var name = String.valueOf(names.get(rank));
      var meaning = new Meaning(column, rank, open);
      add(columns, compact(name), meaning);
      add(phrases, plain(name), meaning);
    }
  }

  private static void add(Map<String, List<Meaning>> to, String key, Meaning meaning) {
    var known = to.computeIfAbsent(key, _ -> new ArrayList<>(1));
    if (known.stream().noneMatch(one -> one.column() == meaning.column() && one.open() == meaning.open())) {
      known.add(meaning);
    }
  }
}
