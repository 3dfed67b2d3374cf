package io.duly.demo;

import io.duly.parties.Address;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes up names, addresses and numbers in the form of a country. */
final class Naming {
  private static final Pattern DIGITS = Pattern.compile("\\{([0-9])}");
  private final Land land;
  private final Draw draw;

  Naming(Land land, Draw draw) {
    this.land = land;
    this.draw = draw;
  }

  /**
   * A name.
   *
   * @param latin in Latin letters, where the name itself is not
   */
  record Named(String name, Optional<String> latin) {
    /** For an e-mail address: ASCII letters, digits and hyphens. */
    String slug() {
      var plain = Normalizer.normalize(latin.orElse(name).replace("ß", "ss").replace("ı", "i"), Normalizer.Form.NFD);
      var slug = plain.toLowerCase(Locale.ROOT).replaceAll("\\p{M}", "").replaceAll("[^a-z0-9]+", "-");
      return slug.replaceAll("^-+|-+$", "");
    }
  }

  Named company() {
    return filled(draw.from(land.all("companies")));
  }

  Named soleTrader() {
    return filled(draw.from(land.all("soleTraders")));
  }

  Named human() {
    var eastern = land.country().equals("JP");
    return filled(eastern ? "{surname} {given}|{given} {surname}" : "{given} {surname}");
  }

  Address address() {
    var town = draw.from(land.all("towns"));
    int split = postalCodeEnd(town);
    var street =
        land.address().replace("{street}", draw.from(land.all("streets"))).replace("{n}", "" + draw.between(1, 120));
    return Address.of(street, town.substring(0, split), town.substring(split + 1), land.country());
  }

  String phone() {
    return DIGITS.matcher(land.phone()).replaceAll(match -> draw.digits(Integer.parseInt(match.group(1))));
  }

  String says(String list) {
    return draw.from(land.all(list));
  }

  /** British and Dutch codes have a blank in them. */
  private int postalCodeEnd(String town) {
    int first = town.indexOf(' ');
    return land.country().equals("GB") || land.country().equals("NL") ? town.indexOf(' ', first + 1) : first;
  }

  private Named filled(String pattern) {
    var name = new StringBuilder(pattern);
    while (name.indexOf("{") >= 0) {
      int from = name.indexOf("{");
      int to = name.indexOf("}", from);
      put(name, name.substring(from + 1, to));
    }
    var parts = name.toString().split("\\|", 2);
    return new Named(parts[0], parts.length == 2 ? Optional.of(parts[1]) : Optional.empty());
  }

  /** Puts one drawn word in its place, and in the Latin half its Latin form. */
  private void put(StringBuilder name, String what) {
    var drawn = what.equals("town") ? town() : draw.from(land.all(what + "s"));
    var forms = drawn.split("\\|", 2);
    int place = name.indexOf("{" + what + "}");
    name.replace(place, place + what.length() + 2, forms[0]);
    int bar = name.indexOf("|");
    int latin = bar < 0 ? -1 : name.indexOf("{" + what + "}", bar);
    if (latin >= 0) {
      name.replace(latin, latin + what.length() + 2, forms[forms.length - 1]);
    }
  }

  private String town() {
    var town = draw.from(land.all("towns"));
    return town.substring(postalCodeEnd(town) + 1);
  }
}
