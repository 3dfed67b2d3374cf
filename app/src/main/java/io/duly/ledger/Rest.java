package io.duly.ledger;

import io.duly.kernel.CreditNoteId;
import io.duly.kernel.Money;
import io.duly.kernel.ReceiptId;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What is left of a receipt or of a credit note that is not yet allocated.
 *
 * @param credit whether it is a credit note
 * @param receivedOn the day the money came or the credit note was issued
 * @param reference what the payer wrote, or the number of the credit note
 */
public record Rest(
    UUID id, boolean credit, LocalDate receivedOn, Money left, Optional<String> reference, Optional<String> payer) {

  /** What an allocation of it comes from. */
  public Allocation.Source source() {
    return credit ? new Allocation.FromCreditNote(new CreditNoteId(id)) : new Allocation.FromReceipt(new ReceiptId(id));
  }
}
