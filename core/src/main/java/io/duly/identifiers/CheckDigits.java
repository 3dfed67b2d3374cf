package io.duly.identifiers;

/** The sums that tell a mistyped number from a right one. All take digits only, the check digits last. */
public final class CheckDigits {
  private static final int[] RECURSIVE = {0, 9, 4, 6, 8, 2, 7, 1, 3, 5};

  private CheckDigits() {}

  /** The remainder by 97 of letters (A is 10) and digits, as ISO 7064 has it. */
  public static int mod97(CharSequence text) {
    int rest = 0;
    for (int at = 0; at < text.length(); at++) {
      int value = Character.digit(text.charAt(at), 36);
      rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
    }
    return rest;
  }

  /** The check digit that Luhn's sum gives to what stands before it. */
  public static int luhn(CharSequence digits) {
    int sum = 0;
    for (int back = 0; back < digits.length(); back++) {
      int digit = at(digits, digits.length() - 1 - back) * (back % 2 == 0 ? 2 : 1);
      sum += digit > 9 ? digit - 9 : digit;
    }
    return (10 - sum % 10) % 10;
  }

  /** Norway's other sum, weights 2 to 7; 10 stands for a dash. */
  public static int mod11(CharSequence digits) {
    int sum = 0;
    for (int back = 0; back < digits.length(); back++) {
      sum += at(digits, digits.length() - 1 - back) * (2 + back % 6);
    }
    return (11 - sum % 11) % 11;
  }

  /** Finland's sum, weights 7, 3, 1. */
  public static int weights731(CharSequence digits) {
    int sum = 0;
    for (int back = 0; back < digits.length(); back++) {
      sum += at(digits, digits.length() - 1 - back) * (back % 3 == 0 ? 7 : back % 3 == 1 ? 3 : 1);
    }
    return (10 - sum % 10) % 10;
  }

  /** Switzerland's recursive sum. */
  public static int recursive(CharSequence digits) {
    int carry = 0;
    for (int at = 0; at < digits.length(); at++) {
      carry = RECURSIVE[(carry + at(digits, at)) % 10];
    }
    return (10 - carry) % 10;
  }

  /** ISO 7064 modulo 11, 10, as Slovenia's model 12 has it. */
  public static int iso11And10(CharSequence digits) {
    int product = 10;
    for (int at = 0; at < digits.length(); at++) {
      int sum = (product + at(digits, at)) % 10;
      product = (sum == 0 ? 10 : sum) * 2 % 11;
    }
    return (11 - product) % 10;
  }

  private static int at(CharSequence digits, int at) {
    return digits.charAt(at) - '0';
  }
}
