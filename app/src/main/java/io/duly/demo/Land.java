package io.duly.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What names, addresses and sayings look like in a country, as {@code lands.yaml} has it.
 *
 * @param taxPercent of a domestic invoice
 * @param lists streets, towns, surnames, givens, words, companies, soleTraders, promise, dispute, excuse
 */
record Land(
    String country,
    Currency currency,
    String language,
    String timeZone,
    int taxPercent,
    String phone,
    String address,
    Map<String, List<String>> lists) {

  List<String> all(String list) {
    return Objects.requireNonNull(lists.get(list), list);
  }

  /** By country code. */
  static Map<String, Land> read() {
    try (InputStream file = Land.class.getResourceAsStream("lands.yaml")) {
      Map<String, Map<String, Object>> read = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
      var lands = new LinkedHashMap<String, Land>();
      read.forEach((country, values) -> lands.put(country, of(country, values)));
      return lands;
    } catch (IOException unreadable) {
      throw new UncheckedIOException("lands.yaml cannot be read", unreadable);
    }
  }

  private static Land of(String country, Map<String, Object> values) {
    var lists = new LinkedHashMap<String, List<String>>();
    values.forEach(
        (name, value) -> {
          if (value instanceof List<?> list) {
            lists.put(name, list.stream().map(Object::toString).toList());
          }
        });
    return new Land(
        country,
        Currency.getInstance(text(values, "currency")),
        text(values, "language"),
        text(values, "timeZone"),
        Integer.parseInt(text(values, "tax")),
        text(values, "phone"),
        text(values, "address"),
        lists);
  }

  private static String text(Map<String, Object> values, String name) {
    return Objects.requireNonNull(values.get(name), name).toString();
  }
}
