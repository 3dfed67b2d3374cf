package io.duly.correspondence.template;

import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** What a paragraph does instead of saying something. */
sealed interface Marker {
  Pattern IF = Pattern.compile("\\{\\{ *if (?<not>not )?(?<word>[^{}]{1,40}?) *\\}\\}");
  Pattern END = Pattern.compile("\\{\\{ *end *\\}\\}");

  /** @param word as it is written; it may name no condition */
  record If(String word, boolean holds) implements Marker {
    Optional<Condition> condition() {
      return Condition.of(word);
    }
  }

  record End() implements Marker {}

  record None() implements Marker {}

  static Marker of(Node paragraph) {
    if (!(paragraph.getFirstChild() instanceof Text text) || text.getNext() != null) {
      return new None();
    }
    var words = text.getLiteral().strip();
    var condition = IF.matcher(words);
    if (condition.matches()) {
      return new If(condition.group("word"), condition.group("not") == null);
    }
    return END.matcher(words).matches() ? new End() : new None();
  }
}
