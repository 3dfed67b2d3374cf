package io.duly.einvoice.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An element of a document. Names are told without their prefixes, which every sender chooses for itself.
 *
 * @param attributes by local name
 * @param bytes what an attachment holds, decoded; empty for other elements
 * @param row the line of the file on which it begins
 */
public record Element(
    String namespace, String name, Map<String, String> attributes, List<Element> children, String text, Optional<byte[]> bytes, long row) {

  /** The children of that name. */
  public Stream<Element> all(String child) {
    return children.stream().filter(one -> one.name.equals(child));
  }

  /** Everything at the end of a path, through all elements on the way. */
  public Stream<Element> all(String first, String... then) {
    var found = all(first);
    for (var name : then) {
      found = found.flatMap(one -> one.all(name));
    }
    return found;
  }

  /** The first at the end of a path. */
  public Optional<Element> at(String first, String... then) {
    return all(first, then).findFirst();
  }

  /** The text of the first at the end of a path that has one. */
  public Optional<String> text(String first, String... then) {
    return all(first, then).map(Element::words).filter(words -> !words.isEmpty()).findFirst();
  }

  /** The text, without spaces around it. */
  public String words() {
    return text.strip();
  }

  public Optional<String> attribute(String called) {
    return Optional.ofNullable(attributes.get(called)).map(String::strip).filter(value -> !value.isEmpty());
  }

  /** This and all that is in it, in the order of the file. */
  public List<Element> everything() {
    var found = new ArrayList<Element>();
    gather(found);
    return found;
  }

  private void gather(List<Element> found) {
    found.add(this);
    children.forEach(child -> child.gather(found));
  }
}
