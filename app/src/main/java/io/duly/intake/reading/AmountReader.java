package io.duly.intake.reading;

import java.math.BigDecimal;
import java.util.Optional;

/** Reads the amounts of one column. */
public final class AmountReader {
  private static final int LONGEST_FAST = 15;

  private final char decimal;

  /** @param decimal the sign before the decimals, a point or a comma */
  public AmountReader(char decimal) {
    this.decimal = decimal;
  }

  char decimal() {
    return decimal;
  }

  /**
   * An amount that was read.
   *
   * @param major with the sign it is written with
   * @param currency said beside the number
   */
  public record Read(BigDecimal major, AmountSide side, Optional<String> currency) {}

  /** Empty where the text is no amount of this column's format. */
  public Optional<Read> read(String text) {
    var amount = AmountText.of(text);
    if (amount == null) {
      return Optional.empty();
    }
    var digits = amount.digits();
    int at = digits.lastIndexOf(decimal);
    if (at != digits.indexOf(decimal) || !groupsOfThree(digits, at < 0 ? digits.length() : at)) {
      return Optional.empty();
    }
    return Optional.of(new Read(major(digits, at, amount.negative()), amount.side(), amount.currency()));
  }

  private static BigDecimal major(String digits, int at, boolean negative) {
    long value = 0;
    for (int index = 0; index < digits.length(); index++) {
      char one = digits.charAt(index);
      value = one >= '0' && one <= '9' ? value * 10 + (one - '0') : value;
    }
    int scale = at < 0 ? 0 : digits.length() - at - 1;
    var major = digits.length() <= LONGEST_FAST ? BigDecimal.valueOf(value, scale) : exact(digits, scale);
    return negative ? major.negate() : major;
  }

  private static BigDecimal exact(String digits, int scale) {
    return new BigDecimal(new java.math.BigInteger(digits.replace(".", "").replace(",", "")), scale);
  }

  /** Signs before the decimal one part groups; a group that is not of two or three digits is a typing error. */
  private boolean groupsOfThree(String digits, int end) {
    char group = decimal == '.' ? ',' : '.';
    if (digits.indexOf(group, Math.min(end + 1, digits.length())) >= 0) {
      return false;
    }
    int before = end;
    for (int at = digits.lastIndexOf(group); at >= 0; at = digits.lastIndexOf(group, at - 1)) {
      int size = before - at - 1;
      if (size != 3 && (size != 2 || before == end)) {
        return false;
      }
      before = at;
    }
    return before == end || (before >= 1 && before <= 3);
  }
}
