package io.duly.charging;

import io.duly.ledger.Charge;
import io.duly.ledger.ChargeLine;
import java.util.List;

/**
 * What a posting changed.
 *
 * @param charges that were added
 * @param cancelled charges that were no longer right
 */
public record Posted(List<Charge> charges, List<ChargeLine> cancelled) {
  public Posted {
    charges = List.copyOf(charges);
    cancelled = List.copyOf(cancelled);
  }

  public boolean isNothing() {
    return charges.isEmpty() && cancelled.isEmpty();
  }
}
