package io.duly.correspondence.provider;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words in braces, and what is put in their place. */
final class Blanks {
  private static final Pattern BLANK = Pattern.compile("\\{([A-Za-z]{1,20})}");

  private Blanks() {}

  /** Fills a text; what stands in the values is not looked at again. */
  static String fill(String text, Map<String, String> values) {
    return BLANK.matcher(text).replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), "")));
  }

  /** Fills the words of a tree of maps and lists. */
  static Object fillTree(Object node, UnaryOperator<String> fill) {
    return switch (node) {
      case Map<?, ?> map -> filled(map, fill);
      case List<?> list -> list.stream().map(one -> fillTree(one, fill)).toList();
      case String text -> fill.apply(text);
      default -> node;
    };
  }

  private static Map<String, Object> filled(Map<?, ?> map, UnaryOperator<String> fill) {
    var copy = new java.util.LinkedHashMap<String, Object>();
    map.forEach((name, one) -> copy.put(String.valueOf(name), fillTree(one, fill)));
    return copy;
  }

  /** @throws InvalidShape where a word is not known, or one is missing without which nothing could be delivered */
  static void check(Service service, Shape.Body body, Map<String, String> headers, Map<String, Object> fields) {
    var used = new HashSet<String>();
    UnaryOperator<String> collect = text -> { BLANK.matcher(text).results().map(MatchResult::group).forEach(used::add); return text; };
    fillTree(fields, collect);
    fillTree(headers, collect);
    for (var blank : used) {
      var word = blank.substring(1, blank.length() - 1);
      ShapeReader.require(service.words().contains(word), blank + " is not known; there are " + service.words().stream().sorted().toList());
    }
    for (var needed : service == Service.SMS ? Set.of("{text}") : Set.of("{file}")) {
      ShapeReader.require(used.contains(needed), "fields have no " + needed + ", so nothing would be delivered");
    }
    ShapeReader.require(service != Service.SMS || used.contains("{to}") || used.contains("{digits}"), "fields have neither {to} nor {digits}");
    boolean flat = fields.values().stream().noneMatch(one -> one instanceof Map || one instanceof List);
    ShapeReader.require(body == Shape.Body.JSON || flat, "fields of a form or of multipart are words, not lists");
    boolean fileAlone = body != Shape.Body.MULTIPART || fields.values().stream().map(String::valueOf).allMatch(one -> one.equals("{file}") || !one.contains("{file}"));
    ShapeReader.require(fileAlone, "{file} stands alone in a field of multipart");
  }
}
