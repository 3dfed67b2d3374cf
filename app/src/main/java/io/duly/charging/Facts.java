package io.duly.charging;

import io.duly.kernel.DebtorId;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import io.duly.ledger.ChargeLine;
import io.duly.parties.AcceptedTerms;
import io.duly.parties.TermsFigures;
import io.duly.rules.Change;
import io.duly.rules.LeftOut;
import io.duly.rules.Recovery;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What is known of the invoices of some debtors as of a day, as far as charges depend on it.
 *
 * @param resting what of them bears no interest, and when: contested, in a plan, in a breathing space
 * @param contested what of them is contested on the day
 */
record Facts(
    List<InvoiceFacts> invoices,
    Map<InvoiceId, List<Change>> changes,
    Map<InvoiceId, List<LeftOut>> resting,
    Map<InvoiceId, Money> contested,
    List<HoldSpan> holds,
    Map<DebtorId, List<AcceptedTerms>> accepted,
    Map<UUID, TermsFigures> figures,
    Map<InvoiceId, Recovery> recovery,
    Map<InvoiceId, List<ChargeLine>> posted) {}
