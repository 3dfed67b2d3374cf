package io.duly.desk.casefile;

import io.duly.agreements.Mandate;
import java.util.List;

/**
 * Direct debits.
 *
 * @param offered the creditor collects
 * @param mandates of the debtor, the latest first
 */
public record Debiting(boolean offered, List<Mandate> mandates) {
  public Debiting {
    mandates = List.copyOf(mandates);
  }

  public boolean isAny() {
    return offered || !mandates.isEmpty();
  }
}
