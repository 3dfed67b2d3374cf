package io.duly.einvoice.reading;

import java.util.List;
import java.util.Optional;

/** A segment of EDIFACT: {@code MOA+79:147} has the tag MOA and one element of two components. */
record Segment(String tag, List<List<String>> elements) {

  boolean is(String name) {
    return tag.equals(name);
  }

  /** An element has the qualifier as its first component. */
  boolean is(String name, String qualifier) {
    return is(name) && at(1, 1).filter(qualifier::equals).isPresent();
  }

  /** Both counted from 1; empty where there is nothing. */
  Optional<String> at(int element, int component) {
    return Optional.of(elements).filter(all -> all.size() >= element).map(all -> all.get(element - 1))
        .filter(parts -> parts.size() >= component).map(parts -> parts.get(component - 1).strip()).filter(words -> !words.isEmpty());
  }

  /** All components of an element as one text. */
  Optional<String> words(int element) {
    return Optional.of(elements).filter(all -> all.size() >= element).map(all -> String.join(" ", all.get(element - 1)).strip().replaceAll("\\s+", " "))
        .filter(words -> !words.isEmpty());
  }
}
