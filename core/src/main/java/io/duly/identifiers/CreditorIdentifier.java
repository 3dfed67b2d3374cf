package io.duly.identifiers;

import java.util.regex.Pattern;

/**
 * The number by which who collects direct debits is known in the SEPA area: country, check digits, three signs of their own that the
 * check digits do not count, and the number that their country gave them (EPC262-08).
 */
public final class CreditorIdentifier {
  private static final Pattern FORM = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9]{3}[A-Z0-9]{1,28}");
  private static final int CHECKED_FROM = 7;

  private CreditorIdentifier() {}

  public static Checked check(String text) {
    var bare = Bare.of(text);
    if (!FORM.matcher(bare).matches()) {
      return Checked.bad(text, "is not written as creditor identifiers are, such as DE98ZZZ09999999999");
    }
    return CheckDigits.mod97(bare.substring(CHECKED_FROM) + bare.substring(0, 4)) == 1 ? Checked.good(bare) : Checked.bad(text, "has wrong check digits");
  }
}
