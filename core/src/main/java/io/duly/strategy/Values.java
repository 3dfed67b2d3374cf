package io.duly.strategy;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads single values. What cannot be read is a problem and comes back as empty, so that reading
 * goes on.
 */
record Values(Section section, Problems problems) {
  private static final int LONGEST_TEXT = 80;
  private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]{1,9}");
  private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,3})?");
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

  Optional<String> text(Node node, String path) {
    if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
      return wrong(node, path, "one text belongs here");
    }
    String text = scalar.getValue().strip();
    boolean tooLong = text.length() > LONGEST_TEXT || text.lines().count() > 1;
    return tooLong
        ? wrong(
            node, path, "a text of one line and at most " + LONGEST_TEXT + " letters belongs here")
        : Optional.of(text);
  }

  Optional<String> text(String key, String example) {
    return section.need(key, example).flatMap(node -> text(node, section.path(key)));
  }

  /** Lower-case letters, digits and hyphens. */
  Optional<String> id(String key, String example) {
    return section.need(key, example).flatMap(node -> id(node, section.path(key)));
  }

  private Optional<String> id(Node node, String path) {
    return text(node, path)
        .flatMap(text ->
            ID.matcher(text).matches()
                ? Optional.of(text)
                : wrong(
                    node,
                    path,
                    "\""
                        + text
                        + "\" has other signs than a-z, 0-9 and hyphen, or over 40; write it as in \"first-reminder\""));
  }

  /**
   * A whole number within the range, or {@code absent} where the key is not there or the value is
   * wrong.
   */
  int number(String key, int least, int most, int absent) {
    return number(key, least, most).orElse(absent);
  }

  Optional<Integer> number(String key, int least, int most) {
    return section.find(key).flatMap(node -> number(node, section.path(key), least, most));
  }

  private Optional<Integer> number(Node node, String path, int least, int most) {
    if (node instanceof ScalarNode scalar && WHOLE.matcher(scalar.getValue()).matches()) {
      int value = Integer.parseInt(scalar.getValue());
      return value >= least && value <= most
          ? Optional.of(value)
          : wrong(
              node,
              path,
              value + " is out of range; write a whole number from " + least + " to " + most);
    }
    return wrong(node, path, "a whole number from " + least + " to " + most + " belongs here");
  }

  Optional<LocalDate> date(String key) {
    return section.need(key, "2026-01-01").flatMap(node -> date(node, section.path(key)));
  }

  private Optional<LocalDate> date(Node node, String path) {
    try {
      return node instanceof ScalarNode scalar
          ? Optional.of(LocalDate.parse(scalar.getValue()))
          : wrong(node, path, "a date belongs here, as in 2026-01-01");
    } catch (DateTimeException _) {
      return wrong(node, path, "this is no date; write year, month and day as in 2026-01-01");
    }
  }

  /** An amount in major units, for all currencies. */
  Optional<Long> thousandths(Node node, String path) {
    return node instanceof ScalarNode scalar && DECIMAL.matcher(scalar.getValue()).matches()
        ? Optional.of(Threshold.thousandths(new BigDecimal(scalar.getValue())))
        : wrong(
            node,
            path,
            "an amount belongs here: digits, and up to three after a point, as in 50 or 49.90");
  }

  /** A constant in lower case with hyphens. */
  <E extends Enum<E>> Optional<E> word(String key, Class<E> type, String example) {
    return section.need(key, example).flatMap(node -> word(node, section.path(key), type));
  }

  <E extends Enum<E>> Optional<E> word(Node node, String path, Class<E> type) {
    return text(node, path).flatMap(text -> constant(text, node, path, type));
  }

  private <E extends Enum<E>> Optional<E> constant(
      String text, Node node, String path, Class<E> type) {
    List<E> constants = Arrays.asList(type.getEnumConstants());
    for (E constant : constants) {
      if (Words.of(constant).equals(text)) {
        return Optional.of(constant);
      }
    }
    return wrong(
        node,
        path,
        "\""
            + text
            + "\" is not known here"
            + Nearest.hint(text, constants.stream().map(Words::of).toList()));
  }

  /** One value or a list of them. */
  List<Node> each(Node node, String path) {
    List<Node> nodes = node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node);
    if (nodes.isEmpty()) {
      problems.at(node, path, "the list is empty; name at least one or leave the key out");
    }
    return new ArrayList<>(nodes);
  }

  private <T> Optional<T> wrong(Node node, String path, String message) {
    problems.at(node, path, message);
    return Optional.empty();
  }
}
