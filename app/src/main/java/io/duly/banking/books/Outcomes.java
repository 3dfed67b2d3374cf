package io.duly.banking.books;

import io.duly.intake.StatementsIn;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** What became of the money of files after matching looked at it. */
@Component
final class Outcomes {
  private static final String RECEIPTS =
      """
      select count(*) filter (where m.result = 'sure') as allocated,
             count(*) filter (where not r.used_up and m.result is distinct from 'set_aside') as waiting
        from banking.entry e join banking.statement s on s.id = e.statement_id join ledger.receipt r on r.id = e.receipt_id
        left join banking.matched m on m.entry_id = e.id
       where s.file_id = any ({0}::uuid[])
      """;
  private static final String CLOSED =
      """
      select c.number::text from cases.recovery_case c
       where c.stage = 'closed' and c.closed_on = {1} and (c.debtor_id, c.currency) in (
         select i.debtor_id, i.currency from banking.statement s join banking.entry e on e.statement_id = s.id
           join ledger.posting p on p.receipt_id = e.receipt_id join ledger.invoice i on i.id = p.invoice_id
          where s.file_id = any ({0}::uuid[]))
       order by 1
      """;

  private final DSLContext database;

  Outcomes(DSLContext database) {
    this.database = database;
  }

  StatementsIn.Matching of(Collection<UUID> files, LocalDate today) {
    var ids = DSL.val(files.toArray(UUID[]::new));
    var counts = database.fetchSingle(RECEIPTS, ids);
    var closed = database.fetch(CLOSED, ids, DSL.val(today)).map(row -> row.get(0, String.class));
    return new StatementsIn.Matching(counts.get("allocated", Long.class), counts.get("waiting", Long.class), closed);
  }
}
