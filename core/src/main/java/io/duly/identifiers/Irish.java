package io.duly.identifiers;

/** Ireland: a letter over seven digits, with another letter behind it since 2013; the form before that had a sign in second place. */
final class Irish {
  private static final String LETTERS = "WABCDEFGHIJKLMNOPQRSTUV";

  private Irish() {}

  static boolean holds(String all) {
    if (!Character.isDigit(all.charAt(1))) {
      return letter("0" + all.substring(2, 7) + all.charAt(0), 0) == all.charAt(7);
    }
    int behind = all.length() == 9 ? LETTERS.indexOf(all.charAt(8)) : 0;
    return letter(all.substring(0, 7), behind) == all.charAt(7);
  }

  private static char letter(String seven, int behind) {
    return LETTERS.charAt((Sums.falling(seven, 8, 7) + 9 * behind) % LETTERS.length());
  }
}
