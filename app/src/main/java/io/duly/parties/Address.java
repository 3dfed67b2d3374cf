package io.duly.parties;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where letters go; each part as far as it is known.
 *
 * @param country ISO 3166 two-letter code, upper case
 */
public record Address(
    Optional<String> street,
    Optional<String> postalCode,
    Optional<String> city,
    Optional<String> region,
    Optional<String> country) {

  public static final Address UNKNOWN =
      new Address(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public static Address of(String street, String postalCode, String city, String country) {
    return new Address(
        Optional.of(street), Optional.of(postalCode), Optional.of(city), Optional.empty(), Optional.of(country));
  }

  /** A letter can be sent: there is a street or box, and a town. */
  public boolean takesLetters() {
    return street.isPresent() && city.isPresent();
  }

  Address filledFrom(Address other) {
    return new Address(
        street.or(other::street),
        postalCode.or(other::postalCode),
        city.or(other::city),
        region.or(other::region),
        country.or(other::country));
  }

  /** On one line. */
  @Override
  public String toString() {
    var town = Stream.of(postalCode, city).flatMap(Optional::stream).collect(Collectors.joining(" "));
    return Stream.of(street, Optional.of(town).filter(text -> !text.isEmpty()), region, country)
        .flatMap(Optional::stream)
        .collect(Collectors.joining(", "));
  }
}
