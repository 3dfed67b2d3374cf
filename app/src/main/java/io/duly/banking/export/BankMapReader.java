package io.duly.banking.export;

import io.duly.intake.CannotImport;
import io.duly.intake.MapChoices;
import io.duly.intake.reading.DateOrder;
import io.duly.intake.reading.DateReader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads a bank's map from YAML; {@code docs/bank-statements.md} describes it. */
final class BankMapReader {
  private static final int MOST_SIGNS = 100_000;
  private static final List<String> DEBIT_WORDS = List.of("d", "dr", "dbit", "debit", "af", "s", "soll", "-");
  private static final List<String> PENDING_WORDS = List.of("pending", "vorgemerkt");
  private static final Set<String> KEYS =
      Set.of("kind", "name", "columns", "header", "dates", "dateFormat", "decimal", "separator", "encoding", "currency", "account", "outgoing", "debitWords",
          "pendingWords", "continued", "footer");

  /** What is no column and what other lists do not have. */
  private static final List<String> MORE = List.of("name", "header", "account", "outgoing", "debitWords", "pendingWords", "continued", "footer");

  private final Map<?, ?> values;

  private BankMapReader(Map<?, ?> values) {
    this.values = values;
  }

  /** Whether the text says that it is a map of bank statements; one of another kind is not ours. */
  static boolean isMeant(String yaml) {
    return yaml.lines().anyMatch(line -> line.strip().matches("kind:\\s*[\"']?bankStatements[\"']?"));
  }

  /** @throws CannotImport with what is wrong */
  static BankMap read(String yaml) {
    return new BankMapReader(parsed(yaml)).map();
  }

  static Map<?, ?> parsed(String yaml) {
    var options = new LoaderOptions();
    options.setCodePointLimit(MOST_SIGNS);
    try {
      Object root = new Yaml(new SafeConstructor(options)).load(yaml);
      if (root instanceof Map<?, ?> map) {
        return map;
      }
    } catch (YAMLException notYaml) {
      throw new CannotImport("The map is not YAML: " + notYaml.getMessage());
    }
    throw new CannotImport("The map holds no names and values such as 'dates: dmy'.");
  }

  /** The map as somebody would have chosen it on a page. */
  static MapChoices choices(String yaml) {
    read(yaml);
    var reader = new BankMapReader(parsed(yaml));
    var columns = new LinkedHashMap<String, String>();
    reader.columns().forEach((name, column) -> columns.put(name, column.word()));
    var more = new LinkedHashMap<String, String>();
    MORE.forEach(key -> reader.said(key).ifPresent(value -> more.put(key, value)));
    return new MapChoices(
        Optional.of(BankLists.KIND), columns, reader.text("dates"), reader.text("dateFormat"), reader.text("decimal").or(() -> Optional.of(".")),
        reader.text("separator").map(sign -> String.valueOf(sign(sign))), reader.text("encoding"), reader.text("currency"), more);
  }

  /** A list of words as one text. */
  private Optional<String> said(String key) {
    return values.get(key) instanceof List<?> list
        ? Optional.of(String.join(",", list.stream().map(one -> String.valueOf(one).isEmpty() ? BankMap.BLANK : String.valueOf(one)).toList()))
        : text(key);
  }

  private BankMap map() {
    values.keySet().stream().map(String::valueOf).filter(key -> !KEYS.contains(key)).findFirst().ifPresent(key -> {
      throw new CannotImport("The map has '" + key + "', which is none of " + String.join(", ", KEYS.stream().sorted().toList()) + ".");
    });
    var columns = columns();
    boolean named = !text("header").equals(Optional.of("none"));
    require(named || columns.keySet().stream().allMatch(name -> name.matches("[1-9]\\d{0,2}")), "The list has no names of columns (header: none): the map counts them, 1, 2, 3 …");
    require(columns.containsValue(Column.BOOKED_ON) || columns.containsValue(Column.VALUE_ON), "The map names no column with the day (bookedOn).");
    require(columns.containsValue(Column.AMOUNT) || columns.containsValue(Column.DEBIT) || columns.containsValue(Column.CREDIT),
        "The map names no column with the amount (amount, or debit and credit).");
    return new BankMap(
        text("name").orElse("own map"), columns, named, dates(), decimal(), text("separator").map(BankMapReader::sign),
        text("encoding").map(BankMapReader::charset), text("currency").map(BankMapReader::currency), text("account"), text("outgoing").equals(Optional.of("positive")),
        words("debitWords", DEBIT_WORDS), words("pendingWords", PENDING_WORDS), text("continued").equals(Optional.of("true")),
        text("footer").map(BankMapReader::count).orElse(0));
  }

  private static void require(boolean held, String sentence) {
    if (!held) {
      throw new CannotImport(sentence);
    }
  }

  private Map<String, Column> columns() {
    var columns = new LinkedHashMap<String, Column>();
    if (values.get("columns") instanceof Map<?, ?> lines) {
      lines.forEach((name, word) -> columns.put(String.valueOf(name), Column.named(String.valueOf(word)).orElseThrow(() ->
          new CannotImport("The map says column '" + name + "' is '" + word + "', which is none of " + all() + "."))));
      return columns;
    }
    throw new CannotImport("The map's columns should be lines such as 'Buchungstag: bookedOn'.");
  }

  private static String all() {
    return String.join(", ", Arrays.stream(Column.values()).map(Column::word).toList());
  }

  private DateReader dates() {
    try {
      return text("dateFormat").map(DateReader::of).orElseGet(() -> DateReader.in(text("dates").flatMap(DateOrder::named)
          .orElseThrow(() -> new CannotImport("The map says neither dates (dmy, mdy or ymd) nor dateFormat (such as dd.MM.yyyy)."))));
    } catch (IllegalArgumentException notAPattern) {
      throw new CannotImport("The map's dateFormat is no pattern such as dd.MM.yyyy.");
    }
  }

  private char decimal() {
    var said = text("decimal").orElse(".");
    require(said.equals(".") || said.equals(","), "The map's decimal is '.' or ','.");
    return said.charAt(0);
  }

  private Optional<String> text(String key) {
    return Optional.ofNullable(values.get(key)).map(String::valueOf);
  }

  private List<String> words(String key, List<String> otherwise) {
    if (values.get(key) instanceof List<?> list) {
      return list.stream().map(one -> word(String.valueOf(one))).toList();
    }
    return text(key).map(all -> Stream.of(all.split(",", -1)).map(BankMapReader::word).toList()).orElse(otherwise);
  }

  private static String word(String said) {
    var plain = BankMap.plain(said);
    return plain.equals(BankMap.BLANK) ? "" : plain;
  }

  private static char sign(String said) {
    require(said.equals("tab") || said.length() == 1, "The map's separator is one sign, such as ';', or tab.");
    return said.equals("tab") ? '\t' : said.charAt(0);
  }

  private static int count(String said) {
    require(said.matches("\\d{1,2}"), "The map's footer is how many of the last rows are no payments.");
    return Integer.parseInt(said);
  }

  private static String charset(String name) {
    try {
      return Charset.forName(name).name();
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      throw new CannotImport("The map's encoding '" + name + "' is none such as UTF-8 or windows-1252.");
    }
  }

  private static String currency(String code) {
    try {
      return Currency.getInstance(code).getCurrencyCode();
    } catch (IllegalArgumentException unknown) {
      throw new CannotImport("The map's currency '" + code + "' is no code such as EUR.");
    }
  }
}
