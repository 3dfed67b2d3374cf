package io.duly.identifiers;

import static io.duly.identifiers.Bare.digit;
import static io.duly.identifiers.Sums.weighted;

/** Lithuania, and Latvia with its businesses and its people. */
final class Baltic {
  private Baltic() {}

  static boolean lithuanian(String all) {
    int check = rising(all, 0) % 11;
    return (check == 10 ? rising(all, 2) % 11 % 10 : check) == Sums.last(all);
  }

  /** Weights one to nine, over and over. */
  private static int rising(String all, int later) {
    int sum = 0;
    for (int at = 0; at < all.length() - 1; at++) {
      sum += (1 + (at + later) % 9) * digit(all, at);
    }
    return sum;
  }

  static boolean latvian(String all) {
    if (all.charAt(0) > '3') {
      return weighted(all, 9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1) % 11 == 3;
    }
    return (1 + weighted(all, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9)) % 11 % 10 == digit(all, 10) && (all.startsWith("32") || birthday(all));
  }

  private static boolean birthday(String all) {
    long day = Bare.number(all, 0, 2);
    long month = Bare.number(all, 2, 4);
    return day >= 1 && day <= 31 && month >= 1 && month <= 12 && digit(all, 6) <= 2;
  }
}
