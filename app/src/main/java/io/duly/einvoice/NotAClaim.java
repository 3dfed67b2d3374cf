package io.duly.einvoice;

import io.duly.einvoice.model.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** A document by which nobody can be asked for money. */
final class NotAClaim extends RuntimeException {
  private final transient List<Problem> reasons;

  NotAClaim(List<Problem> reasons) {
    super(reasons.stream().map(Problem::message).collect(Collectors.joining(" ")));
    this.reasons = List.copyOf(reasons);
  }

  List<Problem> reasons() {
    return reasons;
  }
}
