package io.duly.intake.reading;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads a map from YAML; {@code docs/import.md} describes it. */
public final class MapReader {
  private static final int MOST_SIGNS = 100_000;
  private static final Set<String> KEYS =
      Set.of("kind", "columns", "dates", "dateFormat", "decimal", "separator", "encoding", "currency");

  private final Map<?, ?> values;

  private MapReader(Map<?, ?> values) {
    this.values = values;
  }

  /** A map is not as it should be; the message says where and what to write. */
  public static final class InvalidMap extends RuntimeException {
    InvalidMap(String message) {
      super(message);
    }
  }

  /** @throws InvalidMap with what is wrong */
  public static ColumnMap read(String yaml) {
    return new MapReader(parsed(yaml)).map();
  }

  private static Map<?, ?> parsed(String yaml) {
    var options = new LoaderOptions();
    options.setCodePointLimit(MOST_SIGNS);
    try {
      Object root = new Yaml(new SafeConstructor(options)).load(yaml);
      if (root instanceof Map<?, ?> map) {
        return map;
      }
    } catch (YAMLException notYaml) {
      throw new InvalidMap("The map is not YAML: " + notYaml.getMessage());
    }
    throw new InvalidMap("The map holds no names and values such as 'dates: dmy'.");
  }

  private ColumnMap map() {
    values.keySet().stream().map(String::valueOf).filter(key -> !KEYS.contains(key)).findFirst().ifPresent(key -> {
      throw new InvalidMap("The map has '" + key + "', which is none of " + String.join(", ", KEYS.stream().sorted().toList()) + ".");
    });
    return new ColumnMap(
        one("kind", MapReader::kind, "debtors, invoices, creditNotes or receipts"),
        columns(),
        one("dates", DateOrder::named, "dmy, mdy or ymd"),
        one("dateFormat", MapReader::pattern, "a pattern such as dd.MM.yyyy"),
        one("decimal", text -> sign(text).filter(sign -> sign == '.' || sign == ','), "'.' or ','"),
        one("separator", MapReader::sign, "one sign, such as ';' or tab"),
        one("encoding", MapReader::charset, "an encoding such as UTF-8 or windows-1252"),
        one("currency", text -> Optional.of(text.toUpperCase(Locale.ROOT)).filter(Codes::isCurrency), "a code such as EUR"));
  }

  private <T> Optional<T> one(String key, Function<String, Optional<T>> reading, String wanted) {
    return Optional.ofNullable(values.get(key)).map(value -> reading.apply(String.valueOf(value))
        .orElseThrow(() -> new InvalidMap("The map's " + key + " is '" + value + "'; it should be " + wanted + ".")));
  }

  private Map<String, Optional<Field>> columns() {
    var columns = new HashMap<String, Optional<Field>>();
    Object said = values.get("columns");
    if (said != null && !(said instanceof Map<?, ?>)) {
      throw new InvalidMap("The map's columns should be lines such as 'Rg-Nr: number'.");
    }
    if (said instanceof Map<?, ?> lines) {
      lines.forEach((name, field) -> columns.put(Spelling.of(String.valueOf(name)), field(String.valueOf(name), String.valueOf(field))));
    }
    return Map.copyOf(columns);
  }

  private static Optional<Field> field(String name, String word) {
    if (word.equals("ignore")) {
      return Optional.empty();
    }
    return Optional.of(Field.named(word).orElseThrow(() ->
        new InvalidMap("The map says column '" + name + "' is '" + word + "'; it should be ignore or one of " + Field.all() + ".")));
  }

  private static Optional<Kind> kind(String word) {
    return Arrays.stream(Kind.values()).filter(kind -> kind.word().equalsIgnoreCase(word)).findFirst();
  }

  private static Optional<Character> sign(String text) {
    if (text.equalsIgnoreCase("tab")) {
      return Optional.of('\t');
    }
    return text.length() == 1 ? Optional.of(text.charAt(0)) : Optional.empty();
  }

  private static Optional<String> pattern(String text) {
    try {
      DateReader.of(text);
      return Optional.of(text);
    } catch (IllegalArgumentException notAPattern) {
      return Optional.empty();
    }
  }

  private static Optional<String> charset(String name) {
    try {
      return Optional.of(Charset.forName(name).name());
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return Optional.empty();
    }
  }
}
