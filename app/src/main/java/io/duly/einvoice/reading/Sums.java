package io.duly.einvoice.reading;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;

/** Sums of amounts that may not be there. */
final class Sums {
  private Sums() {}

  static BigDecimal of(Stream<BigDecimal> amounts) {
    return amounts.reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Empty where there is none. */
  static Optional<BigDecimal> known(Stream<BigDecimal> amounts) {
    return amounts.reduce(BigDecimal::add);
  }

  static Optional<BigDecimal> plus(Optional<BigDecimal> one, Optional<BigDecimal> other) {
    return known(Stream.of(one, other).flatMap(Optional::stream));
  }
}
