package io.duly.ledger;

import io.duly.kernel.CreditNoteId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import io.duly.kernel.ReceiptId;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Sums of postings up to a day. */
final class Balances {
  Optional<Money> ofInvoice(DSLContext tx, InvoiceId invoice, LocalDate day) {
    return tx.fetchOptional(
            """
            select i.currency, i.gross - coalesce((select sum(p.amount) from ledger.posting p
                where p.invoice_id = i.id and p.effective_on <= ?), 0) as amount
              from ledger.invoice i where i.id = ? and i.issued_on <= ?
            """,
            day, invoice.value(), day)
        .map(Balances::money);
  }

  Money ofAccount(DSLContext tx, DebtorId debtor, Currency currency, LocalDate day) {
    return tx.fetchOptional(
            """
            select ? as currency,
                coalesce((select sum(i.gross) from ledger.invoice i
                  where i.debtor_id = ? and i.currency = ? and i.issued_on <= ?), 0)
                - coalesce((select sum(p.amount) from ledger.posting p
                  where p.debtor_id = ? and p.currency = ? and p.effective_on <= ?), 0) as amount
            """,
            currency.getCurrencyCode(),
            debtor.value(), currency.getCurrencyCode(), day,
            debtor.value(), currency.getCurrencyCode(), day)
        .map(Balances::money)
        .orElseGet(() -> Money.zero(currency));
  }

  Optional<Money> ofReceipt(DSLContext tx, ReceiptId receipt, LocalDate day) {
    return tx.fetchOptional(
            """
            select r.currency, r.amount - coalesce((select sum(p.amount) from ledger.used p
                where p.receipt_id = r.id and p.effective_on <= ?), 0) as amount
              from ledger.receipt r where r.id = ? and r.received_on <= ?
            """,
            day, receipt.value(), day)
        .map(Balances::money);
  }

  Optional<Money> ofCreditNote(DSLContext tx, CreditNoteId creditNote, LocalDate day) {
    return tx.fetchOptional(
            """
            select c.currency, c.amount - coalesce((select sum(p.amount) from ledger.used p
                where p.credit_note_id = c.id and p.effective_on <= ?), 0) as amount
              from ledger.credit_note c where c.id = ? and c.issued_on <= ?
            """,
            day, creditNote.value(), day)
        .map(Balances::money);
  }

  private static Money money(Record row) {
    return Money.ofMinor(row.get("amount", Long.class), row.get("currency", String.class));
  }
}
