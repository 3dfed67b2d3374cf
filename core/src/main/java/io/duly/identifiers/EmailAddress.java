package io.duly.identifiers;

import java.util.Locale;
import java.util.regex.Pattern;

/** E-mail addresses as mail can be sent to: one at sign, a domain of two parts at least, no blanks and no brackets. */
public final class EmailAddress {
  private static final int LONGEST = 254;
  private static final int LONGEST_NAME = 64;
  private static final String PART = "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?";
  private static final Pattern FORM =
      Pattern.compile("([\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\\.[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*)@((?:" + PART + "\\.)+\\p{L}[\\p{L}\\p{N}-]*\\p{L})");

  private EmailAddress() {}

  /** The domain is stored in small letters; what stands before it as it was given. */
  public static Checked check(String text) {
    var given = text.strip().replaceFirst("(?i)^mailto:", "");
    if (given.length() > LONGEST) {
      return Checked.bad(given.substring(0, LONGEST), "is longer than e-mail addresses are");
    }
    var found = FORM.matcher(given);
    return found.matches() && found.group(1).length() <= LONGEST_NAME
        ? Checked.good(found.group(1) + "@" + found.group(2).toLowerCase(Locale.ROOT))
        : Checked.bad(given, "is no e-mail address such as name@example.com");
  }
}
