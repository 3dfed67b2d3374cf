package io.duly.identifiers;

import static io.duly.identifiers.Bare.number;

/** France: a key of two characters before the SIREN, in the old form of digits or the new one with letters; SIRET. */
final class French {
  private static final String KEYS = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final String MONACO = "000";
  private static final String POST_OFFICE = "356000000";

  private French() {}

  static boolean holds(String all) {
    var siren = all.substring(2);
    return (siren.startsWith(MONACO) || Sums.luhn(siren)) && (Bare.digits(all.substring(0, 2)) ? oldKey(all, siren) : newKey(all, siren));
  }

  /** The post office has more places than its number has check digits for: theirs add up to a multiple of five. */
  static boolean siret(String all) {
    return Sums.luhn(all.substring(0, 9)) && (Sums.luhn(all) || all.startsWith(POST_OFFICE) && all.chars().map(one -> one - '0').sum() % 5 == 0);
  }

  private static boolean oldKey(String all, String siren) {
    return number(siren + "12", 0, 11) % 97 == number(all, 0, 2);
  }

  private static boolean newKey(String all, String siren) {
    int first = KEYS.indexOf(all.charAt(0));
    int second = KEYS.indexOf(all.charAt(1));
    int key = first < 10 ? first * 24 + second - 10 : first * 34 + second - 100;
    return (number(siren, 0, 9) + 1 + key / 11) % 11 == key % 11;
  }
}
