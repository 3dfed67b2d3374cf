package io.duly.portal;

import io.duly.kernel.CaseId;
import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import io.duly.wording.Language;

/** A debtor who showed the code, and is here. */
public record Visit(CreditorId creditor, DebtorId debtor, CaseId recovery, Language language) {}
