package io.duly.intake.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.yaml.snakeyaml.Yaml;

/** How columns are called, from {@code columns.yaml}. */
final class Dictionary {
  private static final String RESOURCE = "/io/duly/intake/columns.yaml";
  private static final Dictionary SHIPPED = shipped();

  private final Map<Kind, Map<String, List<Meaning>>> words;

  /**
   * What a spelling means.
   *
   * @param field empty where the column is known to say nothing that is needed
   * @param rank of two columns of one field, the lower counts
   * @param currency what the name says of it
   */
  record Meaning(Optional<Field> field, int rank, Optional<String> currency) {
    Meaning in(String currency) {
      return new Meaning(field, rank, Optional.of(currency));
    }
  }

  private Dictionary(Map<Kind, Map<String, List<Meaning>>> words) {
    this.words = words;
  }

  static Dictionary ofColumns() {
    return SHIPPED;
  }

  /** The meanings of a column's name in files of a kind, none where it is unknown. */
  List<Meaning> meanings(Kind kind, String name) {
    var known = Objects.requireNonNull(words.get(kind));
    var spelling = Spelling.of(name);
    var exact = known.getOrDefault(spelling, List.of());
    return exact.isEmpty()
        ? Spelling.withCurrency(spelling)
            .map(parts -> inCurrency(known.getOrDefault(parts.rest(), List.of()), parts.currency()))
            .orElse(List.of())
        : exact;
  }

  boolean knows(String name) {
    return words.keySet().stream().anyMatch(kind -> !meanings(kind, name).isEmpty());
  }

  private static List<Meaning> inCurrency(List<Meaning> meanings, String currency) {
    return meanings.stream()
        .filter(meaning -> meaning.field().filter(field -> field.type() == Field.Type.AMOUNT).isPresent())
        .map(meaning -> meaning.in(currency))
        .toList();
  }

  private static Dictionary shipped() {
    try (InputStream in = Objects.requireNonNull(Dictionary.class.getResourceAsStream(RESOURCE))) {
      Map<String, Map<String, List<String>>> sections = new Yaml().load(in);
      var words = new EnumMap<Kind, Map<String, List<Meaning>>>(Kind.class);
      for (var kind : Kind.values()) {
        var known = new HashMap<String, List<Meaning>>();
        add(known, sections.getOrDefault(kind.word(), Map.of()), 0);
        add(known, sections.getOrDefault("everywhere", Map.of()), 1000);
        words.put(kind, known);
      }
      return new Dictionary(words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(Map<String, List<Meaning>> known, Map<String, List<String>> section, int firstRank) {
    section.forEach((word, spellings) -> {
      var field = word.equals("ignore") ? Optional.<Field>empty() : Optional.of(Field.named(word).orElseThrow());
      for (int rank = 0; rank < spellings.size(); rank++) {
        var meanings = known.computeIfAbsent(Spelling.of(spellings.get(rank)), _ -> new ArrayList<>());
        if (meanings.stream().noneMatch(meaning -> meaning.rank() < firstRank)) {
          meanings.add(new Meaning(field, firstRank + rank, Optional.empty()));
        }
      }
    });
  }
}
