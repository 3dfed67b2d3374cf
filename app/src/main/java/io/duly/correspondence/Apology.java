package io.duly.correspondence;

import io.duly.kernel.CaseId;
import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.InvoiceId;
import java.util.Currency;

/**
 * That we are sorry for a claim that was wrong. It asks for nothing.
 *
 * @param invoice about which the debtor had been written to
 * @param template what for
 */
public record Apology(CreditorId creditor, DebtorId debtor, CaseId recovery, InvoiceId invoice, Currency currency, String template) {}
