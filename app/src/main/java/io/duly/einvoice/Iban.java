package io.duly.einvoice;

import java.math.BigInteger;
import java.util.Locale;
import java.util.stream.Collectors;

/** Tells a mistyped IBAN (ISO 13616): the letters of a country, and digits that leave one when divided by 97. */
final class Iban {
  private static final BigInteger DIVISOR = BigInteger.valueOf(97);

  private Iban() {}

  static boolean looksLikeOne(String account) {
    return account.toUpperCase(Locale.ROOT).matches("[A-Z]{2}\\d{2}[A-Z0-9]{8,30}");
  }

  static boolean holds(String account) {
    var turned = account.substring(4).toUpperCase(Locale.ROOT) + account.substring(0, 4).toUpperCase(Locale.ROOT);
    var digits = turned.chars().mapToObj(letter -> Integer.toString(Character.digit(letter, 36))).collect(Collectors.joining());
    return new BigInteger(digits).mod(DIVISOR).equals(BigInteger.ONE);
  }
}
