package io.duly.banking.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A small piece of XML by local names: what is inside one element that is not streamed. */
record Node(String name, String currency, StringBuilder text, List<Node> children) {
  static Node of(String name, String currency) {
    return new Node(name, currency, new StringBuilder(), new ArrayList<>());
  }

  Stream<Node> all(String child) {
    return children.stream().filter(node -> node.name.equals(child));
  }

  /** The first that is found on this path of names. */
  Optional<Node> at(String... path) {
    Optional<Node> node = Optional.of(this);
    for (String step : path) {
      node = node.flatMap(parent -> parent.all(step).findFirst());
    }
    return node;
  }

  /** The text on this path, never blank. */
  Optional<String> text(String... path) {
    return at(path).map(node -> node.text.toString().strip()).filter(found -> !found.isEmpty());
  }

  /** The first text found on any of the paths, written {@code Id/IBAN}. */
  Optional<String> anyText(String... paths) {
    return Stream.of(paths).flatMap(path -> text(path.split("/")).stream()).findFirst();
  }
}
