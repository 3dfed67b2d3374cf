package io.duly.intake.stage;

/**
 * Finds the rows of staged invoices whose number the books, or an earlier row, know already, into the temporary table
 * {@code seen}: whether they say the same, and what is known.
 */
final class KnownRows {
  private final Taking taking;

  KnownRows(Taking taking) {
    this.taking = taking;
  }

  void find() {
    var tx = taking.tx();
    tx.execute(
        "create temp table seen (line bigint, invoice_id uuid, same boolean, earlier_line bigint, amount bigint, currency text,"
            + " debtor_number text) on commit drop");
    repeatedInTheFile();
    tx.execute(insert("e.id", "e.gross", "join ledger.invoice e on e.creditor_id = i.creditor_id and e.number = i.number and not i.credit"));
    tx.execute(insert("null", "e.amount", "join ledger.credit_note e on e.creditor_id = i.creditor_id and e.number = i.number and i.credit"));
    tx.execute(insert("null", "e.gross",
        """
        join (select creditor_id, kind, key, payload ->> 'currency' as currency, (payload ->> 'gross')::bigint as gross,
            (payload ->> 'debtor_id')::uuid as debtor_id from intake.kept_back where arrived_at is null) e
          on e.creditor_id = i.creditor_id and e.key = i.number and e.kind = case when i.credit then 'credit_note' else 'invoice' end
        """));
    tx.execute("analyze seen");
  }

  private void repeatedInTheFile() {
    taking.tx().execute(
        """
        insert into seen
        select line, null, (gross, currency, debtor_number) is not distinct from ((f).gross, (f).currency, (f).debtor_number),
            (f).line, (f).gross, (f).currency, (f).debtor_number
          from (select i.*, first_value(i) over (partition by creditor_id, number, credit order by line) as f from incoming i
                 where (creditor_id, number, credit) in (
                   select creditor_id, number, credit from incoming group by 1, 2, 3 having count(*) > 1)) i
         where line <> (f).line
        """);
  }

  private static String insert(String invoice, String amount, String joined) {
    return """
        insert into seen
        select i.line, %1$s, (i.gross, i.currency, i.debtor_number) is not distinct from (%2$s, e.currency::text, d.external_id),
            null, %2$s, e.currency, d.external_id
          from incoming i %3$s join parties.debtor d on d.id = e.debtor_id
         where not exists (select from seen s where s.line = i.line)
        """
        .formatted(invoice, amount, joined);
  }
}
