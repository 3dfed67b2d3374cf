package io.duly.ledger;

import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.ReceiptId;

/**
 * A debtor whose a receipt could be while nobody knows (P08): until that is settled, nothing goes out to them.
 *
 * @param why what makes one think so, in words
 */
public record Candidate(ReceiptId receipt, DebtorId debtor, CreditorId creditor, String why) {}
