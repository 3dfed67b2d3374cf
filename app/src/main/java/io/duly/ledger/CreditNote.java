package io.duly.ledger;

import io.duly.kernel.CreditNoteId;
import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What the creditor gives back: it reduces one or more invoices of the debtor.
 *
 * @param number the creditor's document number, unique per creditor
 * @param amount more than zero
 */
public record CreditNote(
    CreditNoteId id,
    CreditorId creditor,
    DebtorId debtor,
    String number,
    Money amount,
    LocalDate issuedOn,
    Optional<String> why) {

  public CreditNote {
    if (number.isBlank() || !amount.isPositive()) {
      throw new IllegalArgumentException("A credit note needs a number and an amount above zero, not " + amount);
    }
  }
}
