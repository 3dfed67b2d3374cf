package io.duly.intake.stage;

import io.duly.cases.CaseNews;
import io.duly.cases.DisputesInBulk;
import io.duly.cases.Recorded;
import io.duly.corrections.Suspicions;
import io.duly.intake.reading.Field;
import io.duly.intake.reading.Layout;
import io.duly.ledger.LedgerBulk;
import io.duly.parties.Parties;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Takes staged invoices, and what they tell of payments and disputes, into the books. */
@Component
public final class InvoiceBooks {
  private final Parties parties;
  private final LedgerBulk ledger;
  private final DisputesInBulk disputes;
  private final CaseNews news;
  private final Offsetting offsetting;
  private final Suspicions suspicions;

  InvoiceBooks(Parties parties, LedgerBulk ledger, DisputesInBulk disputes, CaseNews news, Offsetting offsetting, Suspicions suspicions) {
    this.parties = parties;
    this.ledger = ledger;
    this.disputes = disputes;
    this.news = news;
    this.offsetting = offsetting;
    this.suspicions = suspicions;
  }

  /**
   * A row that says something else than what is known under its number.
   *
   * @param earlierLine where an earlier row of the file said it
   * @param amount what is known, minor units of {@code currency}
   */
  public record Conflict(
      long line, UUID creditor, String number, Optional<Long> earlierLine, long amount, String currency, String debtorNumber) {}

  /** Finds which rows are known already; those in conflict are to be set aside before {@link #enter}. */
  public List<Conflict> compare(Taking taking) {
    new KnownRows(taking).find();
    return taking.tx()
        .fetch(
            """
            select s.*, i.creditor_id, i.number from seen s join incoming i on i.line = s.line where not s.same order by s.line
            """)
        .map(InvoiceBooks::conflict);
  }

  /** Takes in what is new; rows in conflict are expected to be set aside. */
  public Outcome enter(Taking taking, Layout layout, FileRecord file, Recorded by) {
    taking.tx().execute("delete from incoming where line in (select line from seen where not same)");
    new DebtorEntry(parties, taking.tx()).mention(layout);
    new Reach(taking.tx()).ofMentioned();
    if (layout.has(Field.DUE_ON)) {
      noteOtherDueDates(taking);
    }
    var entry = new InvoiceEntry(taking, ledger, new KeptBack(taking.tx()));
    entry.enter();
    entry.offset(offsetting, by);
    new InvoicePayments(taking).find();
    new Settlement(taking.tx(), ledger, news).post(by);
    entry.keepBack();
    new InvoiceDisputes(taking, disputes).record(by);
    suspect(taking, by);
    file.keep(by.recordedAt(), NEWS);
    return file.outcome();
  }

  /** Looks for invoices that ask for the same money twice (P09); each is told at its row. */
  private void suspect(Taking taking, Recorded by) {
    if (suspicions.among(taking.tx(), by, FRESH) > 0) {
      taking.tx().execute(ALIKE);
    }
  }

  private static final String FRESH = "select n.id from incoming n where not n.credit and not exists (select from seen s where s.line = n.line)";
  private static final String ALIKE =
      """
      insert into note
      select n.line, 'number', 'looks-like-duplicate', case when d.invoice_id = n.id
            then 'It looks like a duplicate of ' || o.number || ' of ' || o.issued_on || ' (' || d.why || '). It is held back until somebody says so or not:'
            else 'Invoice ' || o.number || ' of ' || o.issued_on || ' looks like a duplicate of this one (' || d.why || ') and is held back until somebody says so or not:'
          end || ' ./duly case duplicates.', true
        from incoming n join corrections.possible_duplicate d on n.id in (d.invoice_id, d.earlier_id)
        join ledger.invoice o on o.id = case when d.invoice_id = n.id then d.earlier_id else d.invoice_id end
       where n.id = d.invoice_id or not exists (select from incoming m where m.id = d.invoice_id)
      """;

  private static void noteOtherDueDates(Taking taking) {
    taking.tx().execute(
        """
        insert into note
        select i.line, 'dueOn', 'due-date-known-otherwise', 'Due on ' || i.due_on || ' here, but taken in before as due on ' || e.due_on
            || '; nothing was changed. If more time was agreed, record a promise or a plan.', true
          from seen s join incoming i on i.line = s.line join ledger.invoice e on e.id = s.invoice_id
         where s.same and i.due_on <> e.due_on
        """);
  }

  private static final String NEWS =
      """
      select i.creditor_id, i.line, case when not i.credit then i.id end as invoice_id from incoming i
       where not exists (select from seen s where s.line = i.line)
      union all
      select i.creditor_id, i.line, s.invoice_id from incoming i join seen s on s.line = i.line
       where s.same and (i.line in (select line from paying)
         or i.line in (select k.line from intake.kept_back k join target t on t.file_id = k.file_id))
      """;

  private static Conflict conflict(Record row) {
    return new Conflict(
        row.get("line", Long.class),
        row.get("creditor_id", UUID.class),
        row.get("number", String.class),
        Optional.ofNullable(row.get("earlier_line", Long.class)),
        row.get("amount", Long.class),
        row.get("currency", String.class),
        row.get("debtor_number", String.class));
  }
}
