package io.duly.correspondence.reply;

import io.duly.kernel.CaseId;
import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;

/** Whose reply it is. */
record Whose(CreditorId creditor, DebtorId debtor, CaseId recovery) {}
