package io.duly.einvoice;

import io.duly.einvoice.Entry.Booked;
import io.duly.einvoice.model.Problem;
import io.duly.einvoice.model.References.Preceding;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Finds the invoice that was sent before under another number (P09). */
@Component
final class Lookalikes {
  /** Without a day of delivery, what comes every month is told from what came twice by the days between. */
  private static final int CLOSE_DAYS = 14;

  private static final String ALIKE =
      """
      select d.id, d.number, d.issued_on from einvoice.e_invoice d
       where d.debtor_id = ? and d.claim = ? and d.invoice_id is not null and d.invoice_id <> ? and d.number <> all (?)
         and (d.delivered_on = ?::date or (d.delivered_on is null and ?::date is null and abs(d.issued_on - ?::date) <= ?))
       order by d.issued_on, d.number
      """;

  /** The new invoice is in {@code einvoice.e_invoice} already. */
  List<Problem> find(Entry entry, Booked booked) {
    var claim = entry.claim();
    var delivered = claim.invoice().deliveredOn().orElse(null);
    var preceding = claim.invoice().references().preceding().stream().map(Preceding::number).toArray(String[]::new);
    return entry.tx()
        .fetch(ALIKE, booked.debtor().value(), Digests.claim(claim).bytes(), booked.ledger(), preceding, delivered, delivered, claim.issuedOn(), CLOSE_DAYS)
        .map(row -> told(entry, booked, row));
  }

  private static Problem told(Entry entry, Booked booked, Record row) {
    var why = "Same buyer, lines, amount, order and delivery as " + row.get("number", String.class) + " of " + row.get("issued_on");
    entry.tx().execute(
        """
        insert into einvoice.lookalike (document_id, earlier_id, creditor_id, why, found_at)
        select d.id, ?, d.creditor_id, ?, ?::timestamptz from einvoice.e_invoice d where d.invoice_id = ?
        """,
        row.get("id", UUID.class), why, OffsetDateTime.ofInstant(entry.by().recordedAt(), ZoneOffset.UTC), booked.ledger());
    return Problem.told("looks-like-duplicate", "It looks like a duplicate of " + row.get("number", String.class) + " of " + row.get("issued_on")
        + ": same buyer, lines, amount, order and delivery. If it is, credit it, so that nobody is asked for the same money twice (P09).");
  }
}
