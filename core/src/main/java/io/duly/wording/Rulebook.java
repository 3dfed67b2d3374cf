package io.duly.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All rules, applied to one sentence. */
final class Rulebook {
  private final List<Rule> rules;
  private final Scope scope;

  Rulebook(List<Rule> rules, Scope scope) {
    this.rules = List.copyOf(rules);
    this.scope = scope;
  }

  void check(String text, Passage passage, Lexicon lexicon, CaseFacts facts, List<Finding> findings) {
    for (Rule rule : rules) {
      for (int concept : rule.needs().getFirst()) {
        for (Occurrence heart : passage.of(concept)) {
          broken(rule, passage, heart, lexicon)
              .ifPresent(words -> report(text, rule, passage, words, lexicon, facts, findings));
        }
      }
    }
  }

  private Optional<Occurrence> broken(Rule rule, Passage passage, Occurrence heart, Lexicon lexicon) {
    var all = new ArrayList<Occurrence>(List.of(heart));
    for (List<Integer> need : rule.needs().subList(1, rule.needs().size())) {
      Optional<Occurrence> near = nearest(passage, need, heart, rule.within());
      if (near.isEmpty()) {
        return Optional.empty();
      }
      all.add(near.get());
    }
    boolean harmless =
        nearest(passage, rule.unless(), heart, rule.within()).isPresent()
            || (rule.negatable() && scope.isDenied(passage, heart, lexicon.negationBehind()))
            || scope.isReported(passage, heart);
    return harmless ? Optional.empty() : Optional.of(span(all));
  }

  private static Optional<Occurrence> nearest(
      Passage passage, List<Integer> concepts, Occurrence heart, int within) {
    Optional<Occurrence> nearest = Optional.empty();
    int distance = within + 1;
    for (int concept : concepts) {
      for (Occurrence each : passage.of(concept)) {
        if (each.distance(heart) < distance) {
          distance = each.distance(heart);
          nearest = Optional.of(each);
        }
      }
    }
    return nearest;
  }

  private static Occurrence span(List<Occurrence> all) {
    int from = all.stream().mapToInt(Occurrence::from).min().orElseThrow();
    int to = all.stream().mapToInt(Occurrence::to).max().orElseThrow();
    return new Occurrence(from, to);
  }

  private static void report(
      String text, Rule rule, Passage passage, Occurrence words, Lexicon lexicon, CaseFacts facts,
      List<Finding> findings) {
    int from = passage.token(words.from()).from();
    int to = passage.token(words.to() - 1).to();
    rule.severity(facts)
        .ifPresent(
            severity ->
                findings.add(
                    new Finding(
                        from, to, text.substring(from, to), rule.category(), severity, rule.id(), rule.law(),
                        rule.why(), lexicon.better(rule))));
    if (passage.isDisguised(words)) {
      findings.add(Disguises.spelling(from, to, text.substring(from, to)));
    }
  }
}
