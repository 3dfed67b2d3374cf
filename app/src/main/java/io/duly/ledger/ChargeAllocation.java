package io.duly.ledger;

import io.duly.kernel.ChargeId;
import io.duly.kernel.Money;
import io.duly.kernel.PostingId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A part of a receipt or credit note set against a charge, or a part of a charge waived.
 *
 * @param source where the amount comes from; a {@link Allocation.WriteOff} waives it
 * @param amount above zero; at most what is left of the source and open of the charge
 * @param effectiveOn not before the charge was posted or the money was there
 * @param actor who did it
 */
public record ChargeAllocation(
    PostingId id,
    ChargeId charge,
    Allocation.Source source,
    Money amount,
    LocalDate effectiveOn,
    String actor,
    Optional<String> why) {

  public ChargeAllocation {
    if (!amount.isPositive()) {
      throw new IllegalArgumentException("An allocation must be above zero, not " + amount);
    }
    if (source instanceof Allocation.WriteOff && why.filter(text -> !text.isBlank()).isEmpty()) {
      throw new IllegalArgumentException("A waiver must say why (P39)");
    }
  }
}
