package io.duly.desk.worklist;

import io.duly.identity.Person;
import java.time.LocalDate;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Counts a whole worklist: seconds for a million invoices, so {@link Tallies} keeps the answer. */
final class TallyQuery {
  private static final String HEAPS =
      """
      select c.next_action, c.currency, count(*) as cases, coalesce(sum(owed.open), 0)::bigint as open
        from cases.recovery_case c left join (
          select i.debtor_id, i.currency, sum(i.gross - coalesce(settled.amount, 0)) as open
            from ledger.invoice i left join (
              select p.invoice_id, sum(p.amount) as amount from ledger.posting p
               where p.effective_on <= ? group by p.invoice_id) settled on settled.invoice_id = i.id
           where i.issued_on <= ? and (i.settled_on is null or i.settled_on > ?)
           group by i.debtor_id, i.currency) owed
          on owed.debtor_id = c.debtor_id and owed.currency = c.currency
       where c.stage <> 'closed' and (c.next_action = 'wait' or c.next_action_on <= ?)
         and c.creditor_id = any (coalesce(?::uuid[], identity.scope())) <owner>
       group by c.next_action, c.currency
      """;

  private TallyQuery() {}

  static Tally read(DSLContext scoped, Person person, View view, LocalDate today) {
    var only = view.creditor().map(one -> new UUID[] {one}).orElse(null);
    return new Tally(scoped.fetch(HEAPS.replace("<owner>", WorkLines.owner(view, person)), today, today, today, today, only).map(TallyQuery::heap));
  }

  private static Tally.Heap heap(Record row) {
    return new Tally.Heap(
        Work.of(row.get("next_action", String.class)).orElseThrow(),
        row.get("currency", String.class),
        row.get("cases", Long.class),
        row.get("open", Long.class));
  }
}
