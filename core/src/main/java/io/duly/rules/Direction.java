package io.duly.rules;

import io.duly.rules.AllocationRule.Part;
import java.util.List;
import java.util.Optional;

/**
 * What somebody said a payment is for. The words and their time are kept with the receipt.
 *
 * @param debts ids, first named first; empty where nothing was said
 * @param part of them that goes first, as in "the invoice, not the costs"; empty where nothing was
 *     said
 */
public record Direction(List<String> debts, Optional<Part> part) {
  public static final Direction NONE = new Direction(List.of(), Optional.empty());

  public Direction {
    debts = List.copyOf(debts);
  }

  public static Direction to(String... debts) {
    return new Direction(List.of(debts), Optional.empty());
  }
}
