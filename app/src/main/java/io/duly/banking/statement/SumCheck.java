package io.duly.banking.statement;

import io.duly.kernel.Money;

/** Whether a statement's opening balance and its booked entries make its closing balance. */
public sealed interface SumCheck {
  /** They do, to the cent. */
  record AddsUp() implements SumCheck {}

  /**
   * They do not.
   *
   * @param expected opening plus entries
   * @param stated the closing balance the bank gives
   */
  record Differs(Money expected, Money stated) implements SumCheck {}

  /** It cannot be told. */
  record CannotTell(String why) implements SumCheck {}

  /** Checks one statement. */
  static SumCheck of(Statement statement) {
    if (statement.opening().isEmpty() || statement.closing().isEmpty()) {
      return new CannotTell("The statement has no opening and closing balance.");
    }
    Money sum = statement.opening().get().amount();
    Money stated = statement.closing().get().amount();
    if (!stated.currency().equals(sum.currency())) {
      return new CannotTell("Opening and closing balance are in two currencies.");
    }
    for (Entry entry : statement.entries()) {
      if (!entry.amount().currency().equals(sum.currency())) {
        return new CannotTell("An entry is in " + entry.amount().currency() + ", the balances are in " + sum.currency() + ".");
      }
      sum = entry.booked() ? sum.plus(entry.amount()) : sum;
    }
    return sum.equals(stated) ? new AddsUp() : new Differs(sum, stated);
  }
}
