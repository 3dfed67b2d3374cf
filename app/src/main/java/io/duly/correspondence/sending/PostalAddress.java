package io.duly.correspondence.sending;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a letter goes; parts that are not known are empty. */
record PostalAddress(String name, String street, String postalCode, String city, String country) {

  /** In one line. */
  String line() {
    return SmtpWire.line(Stream.of(name, street, postalCode, city, country).filter(part -> !part.isBlank()).collect(Collectors.joining(", ")));
  }

  /** By the words of a provider's shape. */
  Map<String, String> values() {
    return Map.of(
        "recipient", line(), "name", SmtpWire.line(name), "street", SmtpWire.line(street), "postalCode", SmtpWire.line(postalCode),
        "city", SmtpWire.line(city), "country", SmtpWire.line(country));
  }
}
