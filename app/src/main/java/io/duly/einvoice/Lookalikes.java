package io.duly.einvoice;

import io.duly.corrections.Suspicions;
import io.duly.kernel.InvoiceId;
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
  private final Suspicions suspicions;

  Lookalikes(Suspicions suspicions) {
    this.suspicions = suspicions;
  }

  /** Without a day of delivery, what comes every month is told from what came twice by the days between. */
  private static final int CLOSE_DAYS = 14;

  private static final String ALIKE =
      """
      select d.id, d.number, d.issued_on, d.invoice_id from einvoice.e_invoice d
       where d.debtor_id = ? and d.claim = ? and d.invoice_id is not null and d.invoice_id <> ? and d.number <> all (?)
         and (d.delivered_on = ?::date or (d.delivered_on is null and ?::date is null and abs(d.issued_on - ?::date) <= ?))
       order by d.issued_on, d.number
      """;

  /** The new invoice is in {@code einvoice.e_invoice} already. */
  List<Problem> find(Entry entry, Booked booked) {
    var claim = entry.claim();
    var delivered = claim.invoice().deliveredOn().orElse(null);
    var preceding = claim.invoice().references().preceding().stream().map(Preceding::number).toArray(String[]::new);
    var alike = entry.tx()
        .fetch(ALIKE, booked.debtor().value(), Digests.claim(claim).bytes(), booked.ledger(), preceding, delivered, delivered, claim.issuedOn(), CLOSE_DAYS)
        .map(row -> told(entry, booked, row));
    return alike.isEmpty() ? inTheBooks(entry, booked) : alike;
  }

  /** What a list brought has no lines to compare; amount, order and days are compared there. */
  private List<Problem> inTheBooks(Entry entry, Booked booked) {
    if (suspicions.among(entry.tx(), entry.by(), "select ?::uuid", booked.ledger()) == 0) {
      return List.of();
    }
    return entry.tx()
        .fetch(
            """
            select l.number, o.number as other, d.why from corrections.possible_duplicate d
              join ledger.invoice l on l.id = d.invoice_id join ledger.invoice o on o.id = d.earlier_id where ? in (d.invoice_id, d.earlier_id)
            """,
            booked.ledger())
        .map(row -> Problem.told("looks-like-duplicate", "Invoice " + row.get("number", String.class) + " looks like a duplicate of " + row.get("other", String.class)
            + " (" + row.get("why", String.class) + "). It is held back until somebody says so or not: ./duly case duplicates."));
  }

  private Problem told(Entry entry, Booked booked, Record row) {
    var why = "Same buyer, lines, amount, order and delivery as " + row.get("number", String.class) + " of " + row.get("issued_on");
    entry.tx().execute(
        """
        insert into einvoice.lookalike (document_id, earlier_id, creditor_id, why, found_at)
        select d.id, ?, d.creditor_id, ?, ?::timestamptz from einvoice.e_invoice d where d.invoice_id = ?
        """,
        row.get("id", UUID.class), why, OffsetDateTime.ofInstant(entry.by().recordedAt(), ZoneOffset.UTC), booked.ledger());
    suspicions.suspect(
        entry.tx(), new InvoiceId(booked.ledger()), new InvoiceId(row.get("invoice_id", UUID.class)), "same lines, amount, order and delivery", entry.by());
    return Problem.told("looks-like-duplicate", "It looks like a duplicate of " + row.get("number", String.class) + " of " + row.get("issued_on")
        + ": same buyer, lines, amount, order and delivery. It is held back until somebody says whether it is one (./duly case duplicates), so that nobody is asked for the same money twice (P09).");
  }
}
