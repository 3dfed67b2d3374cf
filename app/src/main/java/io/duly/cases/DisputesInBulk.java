package io.duly.cases;

import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Disputes as files tell them, many at once; the database holds the same rules as for single ones. */
@Component
public final class DisputesInBulk {
  /** Days within which we answer a dispute that a file told of. */
  public static final int DAYS_TO_ANSWER = 14;

  private final CaseNews news;

  DisputesInBulk(CaseNews news) {
    this.news = news;
  }

  /**
   * Records disputes of invoices of which none was ever recorded: one that was answered is not opened again because an
   * old list still has it.
   *
   * @param query SQL of the caller's own, yielding id, invoice_id, amount (minor units), why, opened_on, and closed_on
   *     where it ended with the payment
   */
  public int record(DSLContext tx, Recorded by, String query, Object... values) {
    tx.execute("create temp table disputing on commit drop as " + query, values);
    int made =
        tx.execute(
            """
            insert into cases.dispute (id, creditor_id, debtor_id, invoice_id, amount, why, opened_on, answer_due_on,
                recorded_by, recorded_at, closed_on, outcome)
            select q.id, i.creditor_id, i.debtor_id, i.id, q.amount, q.why, q.opened_on, q.opened_on + ?, ?, ?::timestamptz, q.closed_on,
                case when q.closed_on is not null then 'settled' end
              from disputing q join ledger.invoice i on i.id = q.invoice_id
             where not exists (select from cases.dispute d where d.invoice_id = i.id)
            """,
            DAYS_TO_ANSWER, by.actor(), Words.at(by.recordedAt()));
    news.tell(
        tx, by,
        """
        select d.debtor_id, i.currency, 'dispute-opened' as kind, d.amount, 'Disputes {amount} of invoice ' || i.number || ': ' || d.why as sentence,
            json_build_object('dispute', d.id, 'invoice', i.number, 'answerDueOn', d.answer_due_on)::text as facts
          from cases.dispute d join disputing q on q.id = d.id join ledger.invoice i on i.id = d.invoice_id
         where d.closed_on is null
        """);
    tx.execute("drop table disputing");
    return made;
  }

  /**
   * Ends the open disputes of invoices that are settled, on the day they were.
   *
   * @param invoices SQL of the caller's own that yields the ids of the invoices to look at
   */
  public int settle(DSLContext tx, Recorded by, String invoices) {
    tx.execute(
        """
        create temp table ending on commit drop as
        select d.id, greatest(i.settled_on, d.opened_on) as closed_on from cases.dispute d join ledger.invoice i on i.id = d.invoice_id
         where d.closed_on is null and i.settled_on is not null and i.id in (%s)
        """.formatted(invoices));
    int ended =
        tx.execute(
            "update cases.dispute d set closed_on = e.closed_on, outcome = 'settled' from ending e where e.id = d.id");
    news.tell(
        tx, by,
        """
        select d.debtor_id, i.currency, 'dispute-closed' as kind, d.amount,
            'Dispute of {amount} on invoice ' || i.number || ' settled: the money came' as sentence,
            json_build_object('dispute', d.id, 'invoice', i.number, 'outcome', 'settled')::text as facts
          from cases.dispute d join ending e on e.id = d.id join ledger.invoice i on i.id = d.invoice_id
        """);
    tx.execute("drop table ending");
    return ended;
  }
}
