package io.duly.rules;

import io.duly.kernel.Money;
import io.duly.rules.AllocationRule.Part;
import java.util.List;

/**
 * What a payment went to.
 *
 * @param parts in the order in which they were paid, each above zero
 * @param left what no debt could take: it stays unallocated
 */
public record Allocated(List<Share> parts, Money left) {

  /**
   * A part of a debt that was paid.
   *
   * @param debt its id
   * @param part which
   * @param amount how much
   * @param why in words, with the law
   */
  public record Share(String debt, Part part, Money amount, String why) {}

  public Allocated {
    parts = List.copyOf(parts);
  }
}
