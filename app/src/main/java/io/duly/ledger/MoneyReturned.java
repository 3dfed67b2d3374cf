package io.duly.ledger;

import io.duly.kernel.Money;
import io.duly.kernel.ReceiptId;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Money of a receipt that was taken back.
 *
 * @param amount above zero; at most what is left of the receipt
 * @param effectiveOn not before the money came
 * @param sourceKey the source's own id for it, unique per creditor
 */
public record MoneyReturned(UUID id, ReceiptId receipt, Money amount, LocalDate effectiveOn, String sourceKey, String actor, String why) {

  public MoneyReturned {
    if (!amount.isPositive()) {
      throw new IllegalArgumentException("What is returned is above zero, not " + amount);
    }
    if (why.isBlank()) {
      throw new IllegalArgumentException("A return must say why");
    }
  }
}
