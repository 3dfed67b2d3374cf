package io.duly.identifiers;

import static io.duly.identifiers.Bare.digit;
import static io.duly.identifiers.Sums.weighted;

/** Bulgaria: nine digits of a business; ten of a person, of a foreigner, or of others. */
final class Bulgarian {
  private Bulgarian() {}

  static boolean holds(String all) {
    return all.length() == 9 ? business(all) : person(all) || foreigner(all) || other(all);
  }

  private static boolean business(String all) {
    int check = weighted(all, 1, 2, 3, 4, 5, 6, 7, 8) % 11;
    return (check == 10 ? weighted(all, 3, 4, 5, 6, 7, 8, 9, 10) % 11 % 10 : check) == digit(all, 8);
  }

  /** Born in the months 1 to 12; from 1800 with 20 and from 2000 with 40 more. */
  private static boolean person(String all) {
    long month = Bare.number(all, 2, 4) % 20;
    return month >= 1 && month <= 12 && weighted(all, 2, 4, 8, 5, 10, 9, 7, 3, 6) % 11 % 10 == digit(all, 9);
  }

  private static boolean foreigner(String all) {
    return weighted(all, 21, 19, 17, 13, 11, 9, 7, 3, 1) % 10 == digit(all, 9);
  }

  private static boolean other(String all) {
    return (11 - weighted(all, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11) % 11 == digit(all, 9);
  }
}
