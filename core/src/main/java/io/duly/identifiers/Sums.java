package io.duly.identifiers;

/** Weighted sums over digits, as tax offices and registers have them. */
final class Sums {
  private Sums() {}

  /** Each digit times its weight; digits beyond the weights do not count. */
  static int weighted(String digits, int... weights) {
    int sum = 0;
    for (int at = 0; at < weights.length; at++) {
      sum += weights[at] * Bare.digit(digits, at);
    }
    return sum;
  }

  /** The first {@code count} digits, with weights that fall by one from {@code from}. */
  static int falling(String digits, int from, int count) {
    int sum = 0;
    for (int at = 0; at < count; at++) {
      sum += (from - at) * Bare.digit(digits, at);
    }
    return sum;
  }

  static boolean luhn(String digits) {
    return CheckDigits.luhn(digits.substring(0, digits.length() - 1)) == last(digits);
  }

  static boolean iso11And10(String digits) {
    return CheckDigits.iso11And10(digits.substring(0, digits.length() - 1)) == last(digits);
  }

  static int last(String digits) {
    return Bare.digit(digits, digits.length() - 1);
  }
}
