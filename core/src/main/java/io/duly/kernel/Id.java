package io.duly.kernel;

import java.util.UUID;

/**
 * A typed identifier: the type says what it points at, so that two of them cannot be swapped and
 * still compile.
 */
public sealed interface Id
    permits CaseId,
        ChargeId,
        CreditNoteId,
        CreditorId,
        DebtorId,
        InvoiceId,
        MessageId,
        PersonId,
        PlanId,
        PostingId,
        PromiseId,
        ReceiptId,
        TaskId {

  /** A UUID of version 7 where Duly made it. */
  UUID value();
}
