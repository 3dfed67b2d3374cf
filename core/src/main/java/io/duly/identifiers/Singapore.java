package io.duly.identifiers;

import static io.duly.identifiers.Sums.weighted;

/** Singapore's check letters: over businesses, over companies, and over everybody else. */
final class Singapore {
  private static final String OF_BUSINESSES = "XMKECAWLJDB";
  private static final String OF_COMPANIES = "ZKCMDNERGWH";
  private static final String OF_OTHERS = "ABCDEFGHJKLMNPQRSTUVWX0123456789";
  private static final int[] WEIGHTS = {4, 3, 5, 3, 10, 2, 2, 5, 7};

  private Singapore() {}

  static boolean holds(String all) {
    char last = all.charAt(all.length() - 1);
    if (!Character.isDigit(all.charAt(0))) {
      return all.startsWith("F") || other(all) == last;
    }
    return last == (all.length() == 9
        ? OF_BUSINESSES.charAt(weighted(all, 10, 4, 9, 3, 8, 2, 7, 1) % 11)
        : OF_COMPANIES.charAt(weighted(all, 10, 8, 6, 4, 9, 7, 5, 3, 1) % 11));
  }

  private static char other(String all) {
    int sum = 0;
    for (int at = 0; at < WEIGHTS.length; at++) {
      sum += WEIGHTS[at] * OF_OTHERS.indexOf(all.charAt(at));
    }
    return OF_OTHERS.charAt(Math.floorMod(sum - 5, 11));
  }
}
