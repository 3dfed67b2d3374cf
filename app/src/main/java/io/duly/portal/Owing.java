package io.duly.portal;

import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * An invoice as the debtor sees it.
 *
 * @param open of the invoice, what is contested with it
 * @param charges that are open on it
 * @param disputed of what is open, what the debtor contests
 * @param reference that payers are asked to give
 * @param credited of the invoice, by credit notes: it was never to be paid
 * @param writtenOff of the invoice: nobody asks for it any more
 * @param hasDocument something of it can be opened
 */
public record Owing(
    UUID id, String number, LocalDate issuedOn, LocalDate dueOn, Money gross, Money open, Money charges, Money disputed, Money credited, Money writtenOff,
    Optional<String> reference, boolean hasDocument) {

  public boolean isOpen() {
    return open.isPositive() || charges.isPositive();
  }

  /** What is asked for: what is contested is not. */
  public Money asked() {
    return open.minus(disputed).plus(charges);
  }
}
