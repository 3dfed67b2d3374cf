package io.duly.identifiers;

import static io.duly.identifiers.Bare.number;

/** Spain: people by a letter over their number, businesses by a digit or a letter. */
final class Spanish {
  private static final String OF_PEOPLE = "TRWAGMYFPDXBNJZSQVHLCKE";
  private static final String OF_BUSINESSES = "JABCDEFGHI";
  private static final String KINDS_OF_BUSINESS = "ABCDEFGHJNPQRSUVW";

  private Spanish() {}

  static boolean holds(String all) {
    char first = all.charAt(0);
    char last = all.charAt(8);
    if (Character.isDigit(first)) {
      return letter(all.substring(0, 8)) == last;
    }
    return switch (first) {
      case 'K', 'L', 'M' -> letter(all.substring(1, 8)) == last;
      case 'X', 'Y', 'Z' -> letter((first - 'X') + all.substring(1, 8)) == last;
      default -> KINDS_OF_BUSINESS.indexOf(first) >= 0 && business(all.substring(1, 8), last);
    };
  }

  private static char letter(String digits) {
    return OF_PEOPLE.charAt((int) (number(digits, 0, digits.length()) % OF_PEOPLE.length()));
  }

  private static boolean business(String digits, char last) {
    int check = CheckDigits.luhn(digits);
    return last == '0' + check || last == OF_BUSINESSES.charAt(check);
  }
}
