package io.duly.einvoice.reading;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words put together and codes put into form. */
final class Parts {
  private Parts() {}

  static Optional<String> joined(String between, Stream<Optional<String>> parts) {
    return Optional.of(parts.flatMap(Optional::stream).distinct().collect(Collectors.joining(between))).filter(words -> !words.isEmpty());
  }

  /** Greece calls itself EL in tax numbers; its country is GR. */
  static Optional<String> country(Optional<String> said) {
    return said.map(code -> code.toUpperCase(Locale.ROOT)).map(code -> code.equals("EL") ? "GR" : code).filter(code -> code.matches("[A-Z]{2}"));
  }

  /** An account without the spaces people write into it. */
  static String account(String said) {
    return said.replaceAll("\\s", "");
  }
}
