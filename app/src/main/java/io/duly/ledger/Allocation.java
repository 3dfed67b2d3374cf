package io.duly.ledger;

import io.duly.kernel.CreditNoteId;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import io.duly.kernel.PostingId;
import io.duly.kernel.ReceiptId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A part of a receipt or credit note set against an invoice, or a part of an invoice written off.
 *
 * @param amount above zero; at most what is left of the source and open on the invoice
 * @param effectiveOn from which day on it counts: not before the invoice was issued or the money was there
 * @param actor who did it: {@code duly}, {@code person:<login>} or {@code file:<name>}
 */
public record Allocation(
    PostingId id,
    InvoiceId invoice,
    Source source,
    Money amount,
    LocalDate effectiveOn,
    String actor,
    Optional<String> why) {

  public Allocation {
    if (!amount.isPositive()) {
      throw new IllegalArgumentException("An allocation must be above zero, not " + amount);
    }
    if (source instanceof WriteOff && why.isEmpty()) {
      throw new IllegalArgumentException("A write-off must say why (P39)");
    }
  }

  /** Where the amount comes from. */
  public sealed interface Source {}

  /** From money that arrived. */
  public record FromReceipt(ReceiptId receipt) implements Source {}

  /** From what the creditor gave back. */
  public record FromCreditNote(CreditNoteId creditNote) implements Source {}

  /** From nowhere: it will not be collected. */
  public record WriteOff() implements Source {}
}
