package io.duly.correspondence.template;

import io.duly.wording.PlainValue;
import java.util.Optional;
import java.util.regex.Pattern;

/** Values from outside, made harmless and short: what a message says of them, in every medium. */
public final class Plain {
  /** More of a value is not even looked at. */
  private static final int LONGEST = 400;

  private static final int LONGEST_NUMBER = 40;
  private static final Pattern EMAIL = Pattern.compile("[\\p{L}\\d.!#$%&'*+/=?^_`{|}~-]{1,64}@[\\p{L}\\d.-]{1,250}");

  private Plain() {}

  /** A name, a number of a document, a line of an address. */
  public static String name(String value) {
    return PlainValue.name(value.substring(0, Math.min(value.length(), LONGEST)));
  }

  /** A telephone number, never broken over two lines. */
  public static String phone(String value) {
    var number = value.substring(0, Math.min(value.length(), LONGEST_NUMBER)).replaceAll("[^\\d+()/ .-]", "");
    return number.strip().replace(' ', '\u00A0');
  }

  /** Empty where it is none. */
  public static Optional<String> email(String value) {
    return Optional.of(value).filter(one -> one.length() < LONGEST && EMAIL.matcher(one).matches());
  }
}
