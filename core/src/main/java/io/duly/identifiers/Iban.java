package io.duly.identifiers;

import java.util.Locale;
import java.util.regex.Pattern;

/** Account numbers of ISO 13616: country, check digits, and the country's own form. */
public final class Iban {
  private static final Pattern LIKE = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9]{8,30}");
  private static final int LEAST_CHECK = 2;
  private static final int MOST_CHECK = 98;

  private Iban() {}

  /** It could be meant for one; other accounts have the numbers of their banks. */
  public static boolean looksLikeOne(String account) {
    return LIKE.matcher(Bare.of(account)).matches();
  }

  /** Small letters throughout are taken for capitals; both in one number are a slip. */
  public static Checked check(String text) {
    var typed = Bare.asTyped(text.strip().replaceFirst("(?i)^IBAN\\b:?", ""));
    var bare = typed.equals(typed.toLowerCase(Locale.ROOT)) ? typed.toUpperCase(Locale.ROOT) : typed;
    if (bare.length() < 5 || !bare.matches("[A-Z]{2}\\d\\d.+")) {
      return Checked.bad(text, "is not written as IBANs are, with capitals for its country and two check digits");
    }
    var form = IbanForms.of(bare.substring(0, 2));
    if (form.isEmpty()) {
      return Checked.bad(text, "begins with no country that has IBANs");
    }
    if (!form.get().matcher(bare.substring(4)).matches()) {
      return Checked.bad(text, "has not the length or the letters and digits that IBANs of its country have");
    }
    return checks(bare) ? Checked.good(bare) : Checked.bad(text, "has wrong check digits");
  }

  private static boolean checks(String bare) {
    long check = Bare.number(bare, 2, 4);
    return check >= LEAST_CHECK && check <= MOST_CHECK && CheckDigits.mod97(bare.substring(4) + bare.substring(0, 4)) == 1;
  }
}
