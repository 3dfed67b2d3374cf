package io.duly.corrections;

import io.duly.cases.CannotRecord;
import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * An invoice as all its postings leave it, whatever their day.
 *
 * @param credited by credit notes
 * @param open what is left to be paid
 * @param latest the last day on which something changed it; a new posting cannot count earlier
 */
record WrongInvoice(
    InvoiceId id, String number, CreditorId creditor, DebtorId debtor, Money gross, Money credited, Money open, LocalDate latest) {
  private static final String READ =
      """
      select i.id, i.number, i.creditor_id, i.debtor_id, i.currency, i.gross, p.credited, i.gross - p.settled as open,
          greatest(i.issued_on, p.last_on) as latest
        from ledger.invoice i cross join lateral (
          select coalesce(sum(amount), 0)::bigint as settled,
              coalesce(sum(amount) filter (where kind = 'credit_note'), 0)::bigint as credited, max(effective_on) as last_on
            from ledger.posting where invoice_id = i.id) p
       where i.id = ?
      """;

  /** @throws CannotRecord where there is no such invoice */
  static WrongInvoice of(DSLContext tx, InvoiceId id) {
    return tx.fetchOptional(READ, id.value()).map(WrongInvoice::read).orElseThrow(() -> new CannotRecord("There is no such invoice."));
  }

  /** What credit notes have not taken off yet. */
  Money creditable() {
    return gross.minus(credited);
  }

  /** The first day on which something new can count for it. */
  LocalDate from(LocalDate day) {
    return latest.isAfter(day) ? latest : day;
  }

  private static WrongInvoice read(Record row) {
    var currency = row.get("currency", String.class);
    return new WrongInvoice(
        new InvoiceId(row.get("id", UUID.class)),
        row.get("number", String.class),
        new CreditorId(row.get("creditor_id", UUID.class)),
        new DebtorId(row.get("debtor_id", UUID.class)),
        Money.ofMinor(row.get("gross", Long.class), currency),
        Money.ofMinor(row.get("credited", Long.class), currency),
        Money.ofMinor(row.get("open", Long.class), currency),
        row.get("latest", LocalDate.class));
  }
}
