package io.duly.desk.casefile;

import io.duly.payments.PaymentLink;
import java.util.List;

/**
 * Paying online.
 *
 * @param offered somebody takes payments for the creditor
 * @param links of the case, the latest first
 */
public record Online(boolean offered, List<PaymentLink> links) {
  public Online {
    links = List.copyOf(links);
  }

  public boolean isAny() {
    return offered || !links.isEmpty();
  }
}
