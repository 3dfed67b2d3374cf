package io.duly.wording;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The numbers of what words can mean; the names are those of rules.yaml. */
final class Concepts {
  private final Map<String, Integer> numbers = new HashMap<>();

  Concepts(List<String> names) {
    names.forEach(name -> numbers.putIfAbsent(name, numbers.size()));
  }

  int size() {
    return numbers.size();
  }

  /**
   * The number of a concept.
   *
   * @throws IllegalArgumentException where no concept has that name
   */
  int number(String name) {
    Integer number = numbers.get(name);
    if (number == null) {
      throw new IllegalArgumentException("No concept is named \"" + name + "\"");
    }
    return number;
  }
}
