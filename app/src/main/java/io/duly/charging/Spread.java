package io.duly.charging;

import io.duly.kernel.ChargeId;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import java.util.List;

/**
 * What a payment goes to.
 *
 * @param parts in the order in which they are paid, each above zero
 * @param left what no debt could take: it stays unallocated
 */
public record Spread(List<Part> parts, Money left) {
  public Spread {
    parts = List.copyOf(parts);
  }

  /** What a part is set against. */
  public sealed interface Target {}

  /** The principal of an invoice. */
  public record Principal(InvoiceId invoice) implements Target {}

  /** A charge that is posted. */
  public record OfCharge(ChargeId charge, InvoiceId invoice) implements Target {}

  /**
   * A part of the payment.
   *
   * @param why in words, with the law
   */
  public record Part(Target target, Money amount, String why) {}
}
