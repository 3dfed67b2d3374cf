package io.duly.identifiers;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * How the VAT ids of a country are written, after its two letters.
 *
 * @param check whether the check digits are right; asked only of what has the form
 * @param example a form to show, with the country's letters
 */
record VatForm(Pattern form, Predicate<String> check, String example) {
  static VatForm of(String form, String example, Predicate<String> check) {
    return new VatForm(Pattern.compile(form), check, example);
  }
}
