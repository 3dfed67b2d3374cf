package io.duly.correspondence.letter;

/**
 * How closely a letter's words are set, in points.
 *
 * @param leading from line to line
 * @param gap between paragraphs
 * @param signing room for a signature
 */
record Pace(float size, float leading, float gap, float signing) {
  static final Pace EASY = new Pace(10, 13.1f, 6.6f, Ink.mm(13));

  /** For what would otherwise run over onto an almost empty page. */
  static final Pace CLOSE = new Pace(9.4f, 12, 5, Ink.mm(11));
}
