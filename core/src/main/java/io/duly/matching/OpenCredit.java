package io.duly.matching;

import io.duly.kernel.CreditNoteId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.Money;
import java.time.LocalDate;

/**
 * A credit note of which something is left, as the book takes it in.
 *
 * @param number the creditor's own
 * @param left above zero
 */
public record OpenCredit(CreditNoteId id, DebtorId debtor, String number, Money left, LocalDate issuedOn) {}
