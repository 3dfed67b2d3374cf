package io.duly.correspondence.sending;

import io.duly.wording.CaseFacts;

/**
 * A text, as its tone is judged.
 *
 * @param words of it, a paragraph in a line: a line's end ends a thought
 * @param facts that are true of the case
 */
record Written(ComposedText text, String words, CaseFacts facts) {

  /** With the words of a person in place of these; what is true of the case stays. */
  Written or(ComposedText others) {
    return new Written(others, others.subject() + "\n\n" + others.plain(), facts);
  }
}
