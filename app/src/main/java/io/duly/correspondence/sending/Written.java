package io.duly.correspondence.sending;

import io.duly.correspondence.template.Composed;
import io.duly.wording.CaseFacts;
import java.util.Optional;

/**
 * A text, as its tone is judged.
 *
 * @param words of it, a paragraph in a line: a line's end ends a thought
 * @param facts that are true of the case
 * @param composed from which it can be drawn on paper; empty where a person wrote other words
 */
record Written(ComposedText text, String words, CaseFacts facts, Optional<Composed> composed) {

  /** With the words of a person in place of these; what is true of the case stays. */
  Written or(ComposedText others) {
    return others.hash().equals(text.hash()) ? this : new Written(others, others.subject() + "\n\n" + others.plain(), facts, Optional.empty());
  }
}
