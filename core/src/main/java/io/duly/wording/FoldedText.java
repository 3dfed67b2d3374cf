package io.duly.wording;

/** A text as it is read, each sign with the place it came from. */
final class FoldedText {
  private final StringBuilder signs = new StringBuilder();
  private final String original;
  private int[] places;

  private FoldedText(String original) {
    this.original = original;
    this.places = new int[original.length() + 16];
  }

  static FoldedText of(String original) {
    var folded = new FoldedText(original);
    for (int at = 0; at < original.length(); at += Character.charCount(original.codePointAt(at))) {
      folded.append(Folding.of(original.codePointAt(at)), at);
    }
    return folded;
  }

  private void append(String read, int place) {
    for (int at = 0; at < read.length(); at++) {
      if (signs.length() == places.length) {
        places = java.util.Arrays.copyOf(places, 2 * places.length);
      }
      places[signs.length()] = place;
      signs.append(read.charAt(at));
    }
  }

  int length() {
    return signs.length();
  }

  /** The sign there, or a space outside of the text. */
  char at(int index) {
    return index >= 0 && index < signs.length() ? signs.charAt(index) : ' ';
  }

  boolean isSmallLetter(int index) {
    return index < signs.length() && Character.isLowerCase(original.codePointAt(places[index]));
  }

  String part(int from, int to) {
    return signs.substring(from, to);
  }

  int place(int index) {
    return places[index];
  }

  /** Behind the original sign from which the sign before {@code index} came. */
  int placeBehind(int index) {
    int last = places[index - 1];
    return last + Character.charCount(original.codePointAt(last));
  }

  boolean hasLookalike(int from, int to) {
    for (int index = from; index < to; index++) {
      if (Folding.isLookalike(original.codePointAt(places[index]))) {
        return true;
      }
    }
    return false;
  }
}
