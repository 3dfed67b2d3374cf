package io.duly.correspondence.template;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Which variables parts of a template use. */
final class Uses {
  private Uses() {}

  static Set<Variable> of(List<Part> parts) {
    return in(parts, true);
  }

  /** Those that are there even where the number is not known to be the debtor's own; blocks always count. */
  static Set<Variable> unverified(List<Part> parts) {
    var used = in(parts, false);
    in(parts, true).stream().filter(Variable::isBlock).forEach(used::add);
    return used;
  }

  private static Set<Variable> in(List<Part> parts, boolean verified) {
    var used = EnumSet.noneOf(Variable.class);
    for (var part : parts) {
      switch (part) {
        case Part.Paragraph one -> one.line().forEach(inline -> add(inline, used));
        case Part.Items list -> list.items().forEach(item -> item.forEach(inline -> add(inline, used)));
        case Part.Block block -> used.add(block.variable());
        case Part.When when -> {
          if (verified || when.condition() != Condition.VERIFIED || !when.holds()) {
            used.addAll(in(when.parts(), verified));
          }
        }
      }
    }
    return used;
  }

  static void add(Inline inline, Set<Variable> used) {
    if (inline instanceof Inline.Value value) {
      used.add(value.variable());
    }
  }
}
