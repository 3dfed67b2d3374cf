package io.duly.einvoice.reading;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Codes of UNTDID 4461 by which the seller takes the money itself, so that the buyer has nothing to send. */
final class PaymentMeans {
  private static final Set<String> DEBIT = Set.of("49", "59");
  private static final Set<String> CARD = Set.of("48", "54", "55");

  private PaymentMeans() {}

  /** Only where nothing else is offered beside it. */
  static Optional<String> taken(List<String> codes) {
    if (!codes.isEmpty() && DEBIT.containsAll(codes)) {
      return Optional.of("by direct debit");
    }
    return !codes.isEmpty() && CARD.containsAll(codes) ? Optional.of("by card") : Optional.empty();
  }
}
