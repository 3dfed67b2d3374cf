package io.duly.ledger;

import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import io.duly.kernel.PostingId;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Reads an account line by line, as of a day. */
final class Account {
  List<InvoiceLine> lines(DSLContext tx, DebtorId debtor, Currency currency, LocalDate day) {
    return tx.fetch(
            """
            select i.id, i.number, i.currency, i.issued_on, i.due_on, i.gross, p.paid, p.credited, p.written_off, p.last_on
              from ledger.invoice i cross join lateral (
                select coalesce(sum(amount) filter (where kind = 'receipt'), 0) as paid,
                    coalesce(sum(amount) filter (where kind = 'credit_note'), 0) as credited,
                    coalesce(sum(amount) filter (where kind = 'write_off'), 0) as written_off, max(effective_on) as last_on
                  from ledger.posting where invoice_id = i.id and effective_on <= ?) p
             where i.debtor_id = ? and i.currency = ? and i.issued_on <= ? order by i.due_on, i.number
            """,
            day, debtor.value(), currency.getCurrencyCode(), day)
        .map(row -> line(row, currency));
  }

  List<PostingLine> postings(DSLContext tx, DebtorId debtor, Currency currency, LocalDate day) {
    return tx.fetch(
            """
            select p.id, p.invoice_id, p.kind, p.amount, p.effective_on, p.actor, p.why,
                coalesce(r.reference, c.number) as source,
                exists (select from ledger.posting u where u.reverses_id = p.id and u.effective_on <= ?) as reversed
              from ledger.posting p left join ledger.receipt r on r.id = p.receipt_id
              left join ledger.credit_note c on c.id = p.credit_note_id
             where p.debtor_id = ? and p.currency = ? and p.effective_on <= ? order by p.effective_on, p.id
            """,
            day, debtor.value(), currency.getCurrencyCode(), day)
        .map(row -> posting(row, currency));
  }

  List<Rest> unallocated(DSLContext tx, DebtorId debtor, LocalDate day) {
    return tx.fetch(
            """
            select r.id, false as credit, r.currency, r.received_on, r.reference, r.payer, r.amount - p.used as amount
              from ledger.receipt r cross join lateral (
                select coalesce(sum(amount), 0) as used from ledger.used where receipt_id = r.id and effective_on <= ?) p
             where r.received_on <= ? and r.amount > p.used
               and r.id in (select id from ledger.receipt where debtor_id = ?
                            union all select receipt_id from ledger.receipt_candidate where debtor_id = ?)
            union all
            select n.id, true, n.currency, n.issued_on, n.number, null, n.amount - p.used
              from ledger.credit_note n cross join lateral (
                select coalesce(sum(amount), 0) as used from ledger.used where credit_note_id = n.id and effective_on <= ?) p
             where n.debtor_id = ? and n.issued_on <= ? and n.amount > p.used
             order by received_on, id
            """,
            day, day, debtor.value(), debtor.value(), day, debtor.value(), day)
        .map(Account::rest);
  }

  Optional<InvoiceId> find(DSLContext tx, CreditorId creditor, String number) {
    return tx.fetchOptional(
            "select id from ledger.invoice where creditor_id = ? and number = ?", creditor.value(), number)
        .map(row -> new InvoiceId(row.get("id", UUID.class)));
  }

  private static InvoiceLine line(Record row, Currency currency) {
    var gross = money(row, "gross", currency);
    var paid = money(row, "paid", currency);
    var credited = money(row, "credited", currency);
    var writtenOff = money(row, "written_off", currency);
    var open = gross.minus(paid).minus(credited).minus(writtenOff);
    return new InvoiceLine(
        new InvoiceId(row.get("id", UUID.class)),
        row.get("number", String.class),
        row.get("issued_on", LocalDate.class),
        row.get("due_on", LocalDate.class),
        gross, paid, credited, writtenOff, open,
        open.isZero() ? Optional.of(row.get("last_on", LocalDate.class)) : Optional.empty());
  }

  private static PostingLine posting(Record row, Currency currency) {
    return new PostingLine(
        new PostingId(row.get("id", UUID.class)),
        new InvoiceId(row.get("invoice_id", UUID.class)),
        row.get("kind", String.class),
        money(row, "amount", currency),
        row.get("effective_on", LocalDate.class),
        row.get("actor", String.class),
        Optional.ofNullable(row.get("source", String.class)),
        Optional.ofNullable(row.get("why", String.class)),
        row.get("reversed", Boolean.class));
  }

  private static Rest rest(Record row) {
    return new Rest(
        row.get("id", UUID.class),
        row.get("credit", Boolean.class),
        row.get("received_on", LocalDate.class),
        Money.ofMinor(row.get("amount", Long.class), row.get("currency", String.class)),
        Optional.ofNullable(row.get("reference", String.class)),
        Optional.ofNullable(row.get("payer", String.class)));
  }

  private static Money money(Record row, String column, Currency currency) {
    return new Money(row.get(column, Long.class), currency);
  }
}
