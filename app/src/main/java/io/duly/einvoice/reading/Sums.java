package io.duly.einvoice.reading;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.stream.Stream;

/** Sums of amounts that may not be there. */
final class Sums {
  private Sums() {}

  static BigDecimal of(Stream<BigDecimal> amounts) {
    return amounts.reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Of one, where the price is for several. */
  static Optional<BigDecimal> each(Optional<BigDecimal> price, Optional<BigDecimal> of) {
    var many = of.filter(quantity -> quantity.signum() > 0).orElse(BigDecimal.ONE);
    return price.map(amount -> amount.divide(many, MathContext.DECIMAL64));
  }

  /** What is between quantity times price and the net amount, where the way from one to the other is not followed. */
  static BigDecimal between(Optional<BigDecimal> quantity, Optional<BigDecimal> price, Optional<BigDecimal> net) {
    return quantity.flatMap(many -> price.flatMap(one -> net.map(amount -> amount.subtract(many.multiply(one))))).orElse(BigDecimal.ZERO);
  }

  /** Empty where there is none. */
  static Optional<BigDecimal> known(Stream<BigDecimal> amounts) {
    return amounts.reduce(BigDecimal::add);
  }

  static Optional<BigDecimal> plus(Optional<BigDecimal> one, Optional<BigDecimal> other) {
    return known(Stream.of(one, other).flatMap(Optional::stream));
  }
}
