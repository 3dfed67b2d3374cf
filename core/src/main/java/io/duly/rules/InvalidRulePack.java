package io.duly.rules;

import org.yaml.snakeyaml.nodes.Node;

/** The text of a rule pack cannot be followed; the message says where and what belongs there. */
public final class InvalidRulePack extends IllegalArgumentException {

  InvalidRulePack(String message) {
    super(message);
  }

  static InvalidRulePack at(Node node, String message) {
    return new InvalidRulePack(
        "Rule pack, line " + (node.getStartMark().getLine() + 1) + ": " + message);
  }
}
