package io.duly.identifiers;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Codes of banks (ISO 9362): four characters of the bank, the country, two of the place, three of the branch or none. */
public final class Bic {
  private static final Pattern FORM = Pattern.compile("[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?");
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final String KOSOVO = "XK";

  private Bic() {}

  public static Checked check(String text) {
    var bare = Bare.of(text);
    if (!FORM.matcher(bare).matches()) {
      return Checked.bad(text, "is not written as BICs are, with 8 or 11 characters such as DEUTDEFF500");
    }
    var country = bare.substring(4, 6);
    return COUNTRIES.contains(country) || country.equals(KOSOVO) ? Checked.good(bare) : Checked.bad(text, "names no country in its fifth and sixth letter");
  }
}
