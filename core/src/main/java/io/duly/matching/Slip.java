package io.duly.matching;

/** One slip of the pen: a character too many, missing, another, or two that changed places. */
final class Slip {
  private Slip() {}

  /** Whether two texts differ by exactly one slip. */
  static boolean one(String text, String other) {
    int longer = Math.max(text.length(), other.length());
    int shorter = Math.min(text.length(), other.length());
    if (longer - shorter > 1 || text.equals(other)) {
      return false;
    }
    int front = 0;
    while (front < shorter && text.charAt(front) == other.charAt(front)) {
      front++;
    }
    int back = 0;
    while (back < shorter - front && text.charAt(text.length() - 1 - back) == other.charAt(other.length() - 1 - back)) {
      back++;
    }
    if (longer > shorter) {
      return front + back >= shorter;
    }
    int apart = longer - front - back;
    return apart == 1 || apart == 2 && text.charAt(front) == other.charAt(front + 1) && text.charAt(front + 1) == other.charAt(front);
  }
}
