package io.duly.rules;

import io.duly.kernel.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** One mapping of a rule pack's text. What it does not ask for by name is an unknown key. */
public final class PackEntry {
  private final Node node;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Node> unread = new LinkedHashMap<>();

  private PackEntry(MappingNode mapping) {
    node = mapping;
    mapping.getValue().forEach(this::take);
  }

  /** Reads a mapping and makes something of it; keys that nobody asked for are refused. */
  static <T> T read(Node node, Function<PackEntry, T> make) {
    if (!(node instanceof MappingNode mapping)) {
      throw InvalidRulePack.at(node, "keys with values belong here");
    }
    var entry = new PackEntry(mapping);
    T made = make.apply(entry);
    entry.unread.values().stream()
        .findFirst()
        .ifPresent(key -> {
          throw InvalidRulePack.at(
              key, "the key \"" + ((ScalarNode) key).getValue() + "\" is not known here");
        });
    return made;
  }

  private void take(NodeTuple tuple) {
    if (!(tuple.getKeyNode() instanceof ScalarNode key)
        || values.put(key.getValue(), tuple.getValueNode()) != null) {
      throw InvalidRulePack.at(tuple.getKeyNode(), "a key is one plain word and stands once");
    }
    unread.put(key.getValue(), key);
  }

  /** What stands under a key. */
  public Optional<Node> find(String key) {
    unread.remove(key);
    return Optional.ofNullable(values.get(key));
  }

  Node need(String key) {
    return find(key).orElseThrow(() -> InvalidRulePack.at(node, "\"" + key + "\" is missing"));
  }

  /** One line of text that must be there, without blanks around it. */
  public String text(String key) {
    return text(need(key));
  }

  private static String text(Node value) {
    if (value instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue().strip();
    }
    throw InvalidRulePack.at(value, "one text belongs here");
  }

  BigDecimal decimal(String key) {
    return parse(need(key), "a number", BigDecimal::new);
  }

  /** A whole number that must be there. */
  public int whole(String key) {
    return parse(need(key), "a whole number", Integer::parseInt);
  }

  /** A date that must be there, as in 2026-01-01. */
  public LocalDate date(String key) {
    return parse(need(key), "a date as in 2026-01-01", LocalDate::parse);
  }

  /** A time of day that must be there, as in 08:00; 24:00 is midnight at the day's end. */
  public LocalTime time(String key) {
    return parse(
        need(key),
        "a time as in 08:00",
        text -> text.equals("24:00") ? LocalTime.MAX : LocalTime.parse(text));
  }

  Currency currency(String key) {
    return parse(need(key), "a currency as in EUR", Currency::getInstance);
  }

  Money money(String key, Currency currency) {
    return parse(
        need(key), "an amount as in 40.00", text -> Money.ofMajor(new BigDecimal(text), currency));
  }

  Optional<Money> moneyIfThere(String key, Currency currency) {
    return find(key).map(_ -> money(key, currency));
  }

  /** Whether it says true; false where it is not there. */
  public boolean flag(String key) {
    return find(key).isPresent() && parse(need(key), "true or false", PackEntry::flagOf);
  }

  private static boolean flagOf(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }

  /** One of the constants, in lower case with hyphens. */
  public <E extends Enum<E>> E word(String key, Class<E> type) {
    return word(need(key), type);
  }

  /** A list of constants; empty where the key is not there. */
  public <E extends Enum<E>> List<E> words(String key, Class<E> type) {
    return items(key).stream().map(item -> word(item, type)).toList();
  }

  private static <E extends Enum<E>> E word(Node value, Class<E> type) {
    String known =
        Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT).replace('_', '-');
    return parse(
        value,
        "one of " + known,
        text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_')));
  }

  /** A list of texts; empty where the key is not there. */
  public List<String> texts(String key) {
    return items(key).stream().map(PackEntry::text).toList();
  }

  /** The entries of a list; none where the key is not there. */
  public <T> List<T> each(String key, Function<PackEntry, T> make) {
    return items(key).stream().map(item -> read(item, make)).toList();
  }

  private List<Node> items(String key) {
    return find(key)
        .map(value -> {
          if (value instanceof SequenceNode sequence) {
            return List.copyOf(sequence.getValue());
          }
          throw InvalidRulePack.at(value, "a list belongs here");
        })
        .orElse(List.of());
  }

  /** A fault of what stands under a key that is there. */
  public InvalidRulePack wrong(String key, String message) {
    return InvalidRulePack.at(need(key), message);
  }

  private static <T> T parse(Node value, String what, Function<String, T> parse) {
    try {
      return parse.apply(text(value));
    } catch (InvalidRulePack told) {
      throw told;
    } catch (DateTimeException | ArithmeticException | IllegalArgumentException _) {
      throw InvalidRulePack.at(value, what + " belongs here");
    }
  }
}
