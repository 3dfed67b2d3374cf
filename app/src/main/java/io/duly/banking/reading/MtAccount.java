package io.duly.banking.reading;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The account of a :25:. Banks write their code before an IBAN and the currency behind it; the account is the IBAN all the
 * same, and camt.053 of the same account names it alone.
 */
final class MtAccount {
  private static final Pattern BEFORE = Pattern.compile("^[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?/");
  private static final Pattern BEHIND = Pattern.compile("[A-Z]{3}$");
  private static final Pattern IBAN = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}");
  private static final BigInteger DIVISOR = BigInteger.valueOf(97);

  private MtAccount() {}

  static String of(String written) {
    String plain = BEFORE.matcher(written.replace(" ", "")).replaceFirst("");
    return Optional.of(plain).filter(MtAccount::holds)
        .or(() -> Optional.of(BEHIND.matcher(plain).replaceFirst("")).filter(MtAccount::holds))
        .orElse(written);
  }

  /** ISO 13616: turned round and with letters as numbers, one remains when it is divided by 97. */
  private static boolean holds(String text) {
    if (!IBAN.matcher(text).matches()) {
      return false;
    }
    String digits = (text.substring(4) + text.substring(0, 4)).chars().mapToObj(letter -> Integer.toString(Character.digit(letter, 36))).collect(Collectors.joining());
    return new BigInteger(digits).mod(DIVISOR).equals(BigInteger.ONE);
  }
}
