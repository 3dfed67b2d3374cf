package io.duly.charging;

import io.duly.kernel.ReceiptId;
import java.time.LocalDate;
import java.util.List;

/**
 * What was taken back of the charges on an invoice that was never owed.
 *
 * @param charges the sum of the charges
 * @param freed parts of receipts that had paid them
 */
public record TakenBack(io.duly.kernel.Money charges, List<Money> freed) {
  public TakenBack {
    freed = List.copyOf(freed);
  }

  /**
   * A part of a receipt that is free again.
   *
   * @param from the day from which on it is
   */
  public record Money(ReceiptId receipt, io.duly.kernel.Money amount, LocalDate from) {}
}
