package io.duly.intake.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.Yaml;

/** Values of which only a few are possible, from {@code words.yaml}. */
public final class Words {
  private static final String RESOURCE = "/io/duly/intake/words.yaml";
  private static final List<String> KINDS = List.of("company", "sole_trader", "consumer");
  private static final Map<String, Set<String>> MEANINGS = load();

  private Words() {}

  /** Yes or no, empty where the text says neither. */
  public static Optional<Boolean> flag(String text) {
    if (says("yes", text)) {
      return Optional.of(true);
    }
    return says("no", text) ? Optional.of(false) : Optional.empty();
  }

  /** {@code company}, {@code sole_trader} or {@code consumer}. */
  public static Optional<String> debtorKind(String text) {
    return KINDS.stream().filter(kind -> says(kind, text)).findFirst();
  }

  /** {@code email} or {@code letter}; a paperless bill goes by e-mail, one that is not by letter. */
  public static Optional<String> billsBy(String text) {
    if (says("by_email", text)) {
      return Optional.of("email");
    }
    return says("by_letter", text) ? Optional.of("letter") : Optional.empty();
  }

  public static boolean isCreditNote(String documentType) {
    return says("credit_note", documentType);
  }

  private static boolean says(String meaning, String text) {
    return Objects.requireNonNull(MEANINGS.get(meaning)).contains(Spelling.of(text));
  }

  private static Map<String, Set<String>> load() {
    try (InputStream in = Objects.requireNonNull(Words.class.getResourceAsStream(RESOURCE))) {
      Map<String, List<Object>> lists = new Yaml().load(in);
      var meanings = new HashMap<String, Set<String>>();
      lists.forEach((meaning, words) -> {
        meanings.put(meaning, words.stream().map(String::valueOf).map(Spelling::of).collect(Collectors.toSet()));
      });
      return meanings;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
