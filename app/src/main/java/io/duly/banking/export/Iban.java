package io.duly.banking.export;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Account numbers of the form IBAN, told by their check digits. */
final class Iban {
  private static final Pattern SHAPE = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}");
  private static final Pattern WITHIN = Pattern.compile("(?<![A-Za-z0-9])[A-Z]{2}\\d{2}(?:[ ]?[A-Z0-9]{1,4}){3,8}(?![A-Za-z0-9])");
  private static final BigInteger PRIME = BigInteger.valueOf(97);

  private Iban() {}

  static boolean is(String text) {
    var plain = text.replace(" ", "").toUpperCase(Locale.ROOT);
    return SHAPE.matcher(plain).matches() && digits(plain.substring(4) + plain.substring(0, 4)).mod(PRIME).intValue() == 1;
  }

  private static BigInteger digits(String text) {
    var digits = new StringBuilder();
    text.chars().forEach(one -> digits.append(Character.digit(one, 36)));
    return new BigInteger(digits.toString());
  }

  /** The first one in a text, without blanks. */
  static Optional<String> in(String text) {
    return WITHIN.matcher(text.replace('_', '-')).results().flatMap(match -> cut(match.group())).findFirst();
  }

  /** Words behind a number may look like a part of it. */
  private static Stream<String> cut(String found) {
    var plain = found.replace(" ", "");
    return IntStream.rangeClosed(15, plain.length()).map(length -> plain.length() + 15 - length).mapToObj(length -> plain.substring(0, length)).filter(Iban::is).limit(1);
  }
}
