package io.duly.corrections;

import io.duly.cases.DisputesInBulk;
import io.duly.cases.Recorded;
import io.duly.corrections.Lookalikes.Pair;
import io.duly.kernel.IdSource;
import io.duly.kernel.InvoiceId;
import java.lang.reflect.Array;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Suspects invoices of asking for the same money twice. Until a person has said yes or no, the one that may ask a second
 * time is held back as if it were disputed, all of it: it is neither chased nor charged, and the rest of the case goes on.
 */
@Component
public final class Suspicions {
  private final DisputesInBulk disputes;
  private final IdSource ids;

  Suspicions(DisputesInBulk disputes, IdSource ids) {
    this.disputes = disputes;
    this.ids = ids;
  }

  /**
   * Looks among invoices that have just been taken in.
   *
   * @param invoices SQL of the caller's own that yields their ids
   * @return how many are suspected
   */
  public int among(DSLContext tx, Recorded by, String invoices, Object... values) {
    return suspect(tx, Lookalikes.among(tx, invoices, values), by);
  }

  /** Suspects one of which more is known than the books say. */
  public int suspect(DSLContext tx, InvoiceId invoice, InvoiceId earlier, String why, Recorded by) {
    boolean known =
        tx.fetchSingle("select exists (select from corrections.possible_duplicate where invoice_id = ?)", invoice.value()).get(0, Boolean.class);
    return known ? 0 : suspect(tx, List.of(new Pair(invoice.value(), earlier.value(), why)), by);
  }

  private int suspect(DSLContext tx, List<Pair> pairs, Recorded by) {
    if (pairs.isEmpty()) {
      return 0;
    }
    tx.execute(
        """
        create temp table suspected on commit drop as
        select * from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::text[]) s (id, dispute_id, invoice_id, earlier_id, why)
        """,
        column(pairs, UUID.class, _ -> ids.next()),
        column(pairs, UUID.class, _ -> ids.next()),
        column(pairs, UUID.class, Pair::invoice),
        column(pairs, UUID.class, Pair::earlier),
        column(pairs, String.class, Pair::why));
    holdBack(tx, by);
    int made = keep(tx, by);
    tx.execute("drop table suspected");
    return made;
  }

  /** What was contested before stays as it is: an answer is owed on it anyhow. */
  private void holdBack(DSLContext tx, Recorded by) {
    disputes.record(
        tx, Recorded.by(Recorded.DULY, by.on(), by.recordedAt()),
        """
        select s.dispute_id as id, s.invoice_id, i.gross - coalesce((select sum(p.amount) from ledger.posting p where p.invoice_id = i.id), 0)::bigint as amount,
            'our own question: is it a duplicate of ' || e.number || '? (' || s.why || ')' as why, greatest(i.issued_on, ?::date) as opened_on,
            null::date as closed_on
          from suspected s join ledger.invoice i on i.id = s.invoice_id join ledger.invoice e on e.id = s.earlier_id
         where i.settled_on is null
        """,
        by.on());
  }

  private static int keep(DSLContext tx, Recorded by) {
    return tx.execute(
        """
        insert into corrections.possible_duplicate (id, creditor_id, debtor_id, invoice_id, earlier_id, why, found_on, found_by, found_at, dispute_id)
        select s.id, i.creditor_id, i.debtor_id, s.invoice_id, s.earlier_id, s.why, ?::date, ?, ?::timestamptz, d.id
          from suspected s join ledger.invoice i on i.id = s.invoice_id left join cases.dispute d on d.id = s.dispute_id
        """,
        by.on(), by.actor(), by.recordedAt().atOffset(ZoneOffset.UTC));
  }

  private static <V> Object column(List<Pair> rows, Class<V> type, Function<Pair, V> value) {
    var column = Array.newInstance(type, rows.size());
    for (int row = 0; row < rows.size(); row++) {
      Array.set(column, row, value.apply(rows.get(row)));
    }
    return column;
  }
}
