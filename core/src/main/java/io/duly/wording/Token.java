package io.duly.wording;

import java.util.List;

/**
 * A word as it is read.
 *
 * @param forms what it can be read as, the plain reading first
 * @param from where it begins in the text
 * @param to behind its last char in the text
 * @param sentence number of its sentence
 * @param clause number of its clause, counted through the text
 * @param quoted stands between quotation marks
 * @param disguised letters were spaced, replaced or borrowed
 */
record Token(
    List<String> forms, int from, int to, int sentence, int clause, boolean quoted, boolean disguised) {

  String form() {
    return forms.getFirst();
  }

  boolean isNumber() {
    return Character.isDigit(form().charAt(0)) && form().chars().allMatch(Character::isDigit);
  }

  boolean isWord() {
    return form().chars().allMatch(Character::isLetter);
  }

  /** This and the next as one word, as if nothing stood between them. */
  Token joined(Token next) {
    return new Token(
        List.of(form() + next.form()), from, next.to, sentence, clause, quoted, disguised || next.disguised);
  }

  Token masked() {
    return new Token(forms, from, to, sentence, clause, quoted, true);
  }

  Token inSentence(int number) {
    return new Token(forms, from, to, number, clause, quoted, disguised);
  }
}
