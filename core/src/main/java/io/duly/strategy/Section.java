package io.duly.strategy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** A mapping of a policy's text: knows which keys belong there and where each value stands. */
final class Section {
  private final Node node;
  private final String path;
  private final Problems problems;
  private final Map<String, Node> values = new LinkedHashMap<>();

  private Section(Node node, String path, Problems problems) {
    this.node = node;
    this.path = path;
    this.problems = problems;
  }

  /** Reads the keys; unknown and repeated ones are problems and left aside. */
  static Section of(Node node, String path, Set<String> known, Problems problems) {
    var section = new Section(node, path, problems);
    if (node instanceof MappingNode mapping) {
      mapping.getValue().forEach(tuple -> section.take(tuple, known));
    } else {
      problems.at(node, path, "keys with values belong here, each on a line as in \"gap: 3\"");
    }
    return section;
  }

  private void take(NodeTuple tuple, Set<String> known) {
    if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
      problems.at(tuple.getKeyNode(), path, "a key is one plain word");
    } else if (!known.contains(key.getValue())) {
      problems.at(key, path(key.getValue()), "unknown key" + Nearest.hint(key.getValue(), known));
    } else if (values.putIfAbsent(key.getValue(), tuple.getValueNode()) != null) {
      problems.at(key, path(key.getValue()), "the key stands here twice; keep one of them");
    }
  }

  Optional<Node> find(String key) {
    return Optional.ofNullable(values.get(key));
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  /** The value of a key that must be there. */
  Optional<Node> need(String key, String example) {
    if (!values.containsKey(key)) {
      problems.at(
          node,
          path(key),
          "\"" + key + "\" is missing; write it as in \"" + key + ": " + example + "\"");
    }
    return find(key);
  }

  /** Notes a problem with the value of a key, or with the section where the key is not there. */
  void problem(String key, String message) {
    problems.at(values.getOrDefault(key, node), path(key), message);
  }

  /** A reader of the single values of this section. */
  Values values() {
    return new Values(this, problems);
  }

  String path(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
