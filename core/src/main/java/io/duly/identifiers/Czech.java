package io.duly.identifiers;

import static io.duly.identifiers.Bare.digit;
import static io.duly.identifiers.Bare.number;
import static io.duly.identifiers.Sums.falling;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Czechia and Slovakia, which count people by the birth numbers of the country that they were. */
final class Czech {
  private static final int TEN_DIGITS_SINCE = 1954;

  private Czech() {}

  static boolean holds(String all) {
    if (all.length() == 8) {
      return business(all);
    }
    return all.length() == 9 && all.startsWith("6") ? special(all) : birthNumber(all);
  }

  static boolean slovak(String all) {
    if (birthNumber(all)) {
      return true;
    }
    return all.length() == 10 && all.charAt(0) != '0' && "234789".indexOf(all.charAt(2)) >= 0 && number(all, 0, 10) % 11 == 0;
  }

  /** IČO: eight digits, as the register of companies has them. */
  static boolean business(String all) {
    int check = (11 - falling(all, 8, 7) % 11) % 11;
    return (check == 0 ? 1 : check % 10) == digit(all, 7);
  }

  private static boolean special(String all) {
    return Math.floorMod(falling(all.substring(1), 8, 7) % 11 - 2, 10) == digit(all, 8);
  }

  private static boolean birthNumber(String all) {
    int year = 1900 + (int) number(all, 0, 2);
    if (all.length() == 9) {
      return (year >= 1980 || year < TEN_DIGITS_SINCE) && birthday(year >= 1980 ? year - 100 : year, all);
    }
    int born = year < TEN_DIGITS_SINCE ? year + 100 : year;
    long rest = number(all, 0, 9) % 11;
    return birthday(born, all) && (born < 1985 ? rest % 10 : rest) == digit(all, 9);
  }

  /** Women's months are 50 more; where a day has no number left, 20 more. */
  private static boolean birthday(int year, String all) {
    try {
      return LocalDate.of(year, (int) (number(all, 2, 4) % 50 % 20), (int) number(all, 4, 6)).getYear() == year;
    } catch (DateTimeException noSuchDay) {
      return false;
    }
  }
}
