package io.duly.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads rules.yaml. */
final class RuleReader {
  private static final int NEAR = 10;

  private final Concepts concepts;

  RuleReader(Concepts concepts) {
    this.concepts = concepts;
  }

  List<Rule> read(WordingFile file) {
    var rules = new ArrayList<Rule>();
    file.sections("rules").forEach(entry -> rules.add(rule(entry)));
    return rules;
  }

  private Rule rule(WordingFile entry) {
    return new Rule(
        entry.text("id"),
        Category.valueOf(entry.text("category")),
        Severity.valueOf(entry.find("severity").orElse("BLOCK")),
        Severity.valueOf(entry.find("unsure").orElse("NEEDS_APPROVAL")),
        entry.find("claim").map(name -> Claim.valueOf(name.toUpperCase(Locale.ROOT))),
        entry.text("law"),
        entry.texts("needs").stream().map(this::alternatives).toList(),
        Integer.parseInt(entry.find("within").orElse(String.valueOf(NEAR))),
        entry.texts("unless").stream().map(concepts::number).toList(),
        Boolean.parseBoolean(entry.find("negatable").orElse("true")),
        entry.text("why"));
  }

  private List<Integer> alternatives(String names) {
    return java.util.Arrays.stream(names.split("\\|", -1)).map(concepts::number).toList();
  }
}
