package io.duly.ledger;

import io.duly.kernel.CreditorId;
import io.duly.kernel.InvoiceId;
import io.duly.matching.IssuedReference;
import io.duly.matching.ReferenceScheme;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Payment references issued for invoices that came without one, so that payers have something to repeat. */
@Component
public final class PaymentReferences {

  /**
   * Issues a reference for every open invoice of a creditor that has none, in the caller's transaction. It speaks of the
   * invoice's number, or where another invoice has that reference already is made of the invoice's id.
   *
   * @return how many were issued
   */
  public int issue(DSLContext tx, CreditorId creditor, ReferenceScheme scheme, Instant at) {
    tx.execute("select pg_advisory_xact_lock(hashtext('duly payment references'), hashtext(?))", creditor.toString());
    var lacking = lacking(tx, creditor);
    var taken = taken(tx, creditor);
    var references = new ArrayList<String>(lacking.size());
    for (var row : lacking) {
      var fromNumber = IssuedReference.fromNumber(scheme, row.get("number", String.class));
      references.add(taken.add(fromNumber) ? fromNumber : other(scheme, row, taken));
    }
    return store(tx, creditor, scheme, at, lacking, references);
  }

  /** What payers of these invoices are asked to repeat: the reference that came with the invoice, or the one that was issued. */
  public Map<InvoiceId, String> of(DSLContext tx, Collection<InvoiceId> invoices) {
    return tx.fetch(
            """
            select i.id, coalesce(nullif(i.payment_reference, ''), r.reference) as reference
              from ledger.invoice i left join ledger.payment_reference r on r.invoice_id = i.id where i.id = any (?::uuid[])
               and coalesce(nullif(i.payment_reference, ''), r.reference) is not null
            """,
            (Object) invoices.stream().map(InvoiceId::value).toArray(UUID[]::new))
        .intoMap(row -> new InvoiceId(row.get("id", UUID.class)), row -> row.get("reference", String.class));
  }

  private static String other(ReferenceScheme scheme, Record row, Set<String> taken) {
    var fromId = IssuedReference.fromId(scheme, new InvoiceId(row.get("id", UUID.class)));
    taken.add(fromId);
    return fromId;
  }

  private static List<Record> lacking(DSLContext tx, CreditorId creditor) {
    return List.copyOf(tx.fetch(
        """
        select i.id, i.number from ledger.invoice i
         where i.creditor_id = ? and i.settled_on is null and i.payment_reference is null
           and not exists (select from ledger.payment_reference r where r.invoice_id = i.id) order by i.issued_on, i.id
        """,
        creditor.value()));
  }

  private static Set<String> taken(DSLContext tx, CreditorId creditor) {
    return new HashSet<>(tx.fetch(
            """
            select reference from ledger.payment_reference where creditor_id = ?
            union all select payment_reference from ledger.invoice where creditor_id = ? and payment_reference is not null
            """,
            creditor.value(), creditor.value())
        .map(row -> row.get("reference", String.class)));
  }

  private static int store(DSLContext tx, CreditorId creditor, ReferenceScheme scheme, Instant at, List<Record> lacking, List<String> references) {
    return tx.execute(
        """
        insert into ledger.payment_reference (invoice_id, creditor_id, scheme, reference, issued_at)
        select n.id, ?, ?, n.reference, ?::timestamptz from unnest(?::uuid[], ?::text[]) n (id, reference)
        """,
        creditor.value(), scheme.name().toLowerCase(Locale.ROOT), at.toString(),
        lacking.stream().map(row -> row.get("id", UUID.class)).toArray(UUID[]::new), references.toArray(String[]::new));
  }
}
