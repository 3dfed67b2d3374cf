package io.duly.identifiers;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** VAT ids by their form and check digits: EU, its one-stop shop, United Kingdom, Switzerland, Norway. Of other countries nothing is known to be wrong. */
public final class VatId {
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final String GREECE = "EL";

  private VatId() {}

  /** @param text with the letters of its country, and whatever blanks, points and dashes people put in */
  public static Checked check(String text) {
    var bare = Bare.of(text);
    if (!bare.matches("[A-Z]{2}.+")) {
      return Checked.bad(text, "does not begin with the two letters of a country");
    }
    var country = bare.startsWith("GR") ? GREECE : bare.substring(0, 2);
    return VatForms.of(country).map(form -> check(text, country, whole(country, bare.substring(2)), form)).orElseGet(() -> elsewhere(text, bare));
  }

  /** @param country ISO code of the country that is meant where the text does not begin with its letters */
  public static Checked check(String text, Optional<String> country) {
    boolean told = Bare.of(text).matches("[A-Z]{2}.+");
    return check(told ? text : country.orElse("") + text);
  }

  private static Checked check(String text, String country, String rest, VatForm form) {
    if (!form.form().matcher(rest).matches()) {
      return Checked.bad(text, "is not written as VAT ids of its country are, such as " + form.example());
    }
    return form.check().test(rest) ? Checked.good(country + rest) : Checked.bad(text, Checked.CHECK_DIGIT);
  }

  /** Ids that are older than the form of today, and those that a program took for numbers, miss the nought before them. */
  private static String whole(String country, String rest) {
    boolean old = switch (country) {
      case "BE" -> rest.length() == 9;
      case "EL" -> rest.length() == 8;
      case "NL" -> rest.matches("\\d{8}B.*");
      default -> false;
    };
    return old ? "0" + rest : rest;
  }

  private static Checked elsewhere(String text, String bare) {
    return COUNTRIES.contains(bare.substring(0, 2)) ? Checked.good(bare) : Checked.bad(text, "begins with letters of no country");
  }
}
