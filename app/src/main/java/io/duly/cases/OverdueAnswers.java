package io.duly.cases;

import io.duly.journal.Journal;
import io.duly.journal.JournalEntry;
import io.duly.kernel.CaseId;
import io.duly.kernel.IdSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.springframework.stereotype.Component;

/**
 * Answers that we owe and that are late: a manager is asked to see to each once. For the debtor nothing changes by it: the contested part is
 * neither chased nor charged for however long we take (P09).
 */
@Component
public final class OverdueAnswers {
  private static final String LATE =
      """
      select d.id, d.creditor_id, i.number, c.id as case_id, d.answer_due_on < ?::date as unanswered,
             case when d.answer_due_on < ?::date then d.answer_due_on else d.acknowledge_by end as due_on,
             (select p.id from identity.person p left join cases.task t on t.assigned_to = p.id and t.done_on is null
               where p.role = 'manager' and p.shut_out_at is null and (cardinality(p.creditors) = 0 or d.creditor_id = any (p.creditors))
               group by p.id, p.login order by count(t.id), p.login limit 1) as manager
        from cases.dispute d join ledger.invoice i on i.id = d.invoice_id
        join cases.recovery_case c on c.debtor_id = d.debtor_id and c.currency = i.currency and c.stage <> 'closed'
       where d.closed_on is null and d.escalated_on is null
         and (d.answer_due_on < ?::date or (d.acknowledge_by < ?::date and d.acknowledged_on is null))
       order by c.id, d.id
      """;
  private static final String ASK =
      """
      insert into cases.task as t (id, creditor_id, case_id, kind, why, created_on, due_on, assigned_to)
      select distinct on (n.case_id) n.id, n.creditor_id, n.case_id, 'review', n.why, ?::date, ?::date, n.manager
        from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::uuid[]) n (id, creditor_id, case_id, why, manager) order by n.case_id, n.why
      on conflict (case_id, kind) where done_on is null do update set assigned_to = coalesce(excluded.assigned_to, t.assigned_to),
        due_on = case when t.due_at is not null then t.due_on else least(t.due_on, excluded.due_on) end,
        why = case when t.why like 'for a manager:%' then t.why else excluded.why || '; and: ' || t.why end
      returning t.id, t.case_id, t.why
      """;

  private final CaseJournal cases;
  private final IdSource ids;

  OverdueAnswers(CaseJournal cases, IdSource ids) {
    this.cases = cases;
    this.ids = ids;
  }

  /** For a process that has no application about it. */
  public static OverdueAnswers over(Journal journal, IdSource ids) {
    return new OverdueAnswers(new CaseJournal(journal), ids);
  }

  /** Before a day is decided; answers how many are late that were not before. */
  public int look(DSLContext tx, LocalDate day, Recorded by) {
    var late = tx.fetch(LATE, day, day, day, day);
    if (late.isEmpty()) {
      return 0;
    }
    var heads = cases.locked(tx, late.map(row -> new CaseId(row.get("case_id", UUID.class)))).stream().collect(Collectors.toMap(head -> head.id().value(), Function.identity()));
    var asked = ask(tx, late, day);
    tx.execute("update cases.dispute set escalated_on = ?::date where id = any (?)", day, late.getValues("id", UUID.class).toArray(UUID[]::new));
    tx.execute("update cases.recovery_case set touched = true where id = any (?) and not touched", (Object) late.getValues("case_id", UUID.class).toArray(UUID[]::new));
    var lines = Stream.concat(late.stream().map(row -> entry(the(heads, row), row, by)), asked.stream().map(row -> task(the(heads, row), row, day, by)));
    cases.write(tx, lines.toList(), by);
    return late.size();
  }

  /** A manager has one such task of a case; what else was asked for in it stays in its words. */
  private Result<Record> ask(DSLContext tx, Result<Record> late, LocalDate day) {
    return tx.fetch(
        ASK, day, day, late.map(_ -> ids.next()).toArray(UUID[]::new), late.getValues("creditor_id", UUID.class).toArray(UUID[]::new),
        late.getValues("case_id", UUID.class).toArray(UUID[]::new), late.map(row -> "for a manager: our " + what(row)).toArray(String[]::new),
        late.getValues("manager", UUID.class).toArray(UUID[]::new));
  }

  private static CaseHead the(Map<UUID, CaseHead> heads, Record row) {
    return Objects.requireNonNull(heads.get(row.get("case_id", UUID.class)), "the case was read with its dispute");
  }

  private JournalEntry task(CaseHead head, Record row, LocalDate day, Recorded by) {
    var facts = Map.of("task", row.get("id", UUID.class).toString(), "kind", "review", "dueOn", day.toString(), "why", row.get("why", String.class));
    return cases.entry(head, "task-opened", "Task (review), due " + day + ": " + row.get("why", String.class), facts, by);
  }

  private JournalEntry entry(CaseHead head, Record row, Recorded by) {
    var facts = Map.of("dispute", row.get("id", UUID.class).toString(), "invoice", row.get("number", String.class), "dueOn", row.get("due_on", LocalDate.class).toString());
    return cases.entry(head, "answer-overdue", "Our " + what(row) + ".", facts, by);
  }

  private static String what(Record row) {
    return (row.get("unanswered", Boolean.class) ? "answer to" : "acknowledgement of") + " the dispute of invoice " + row.get("number", String.class)
        + " was due on " + row.get("due_on", LocalDate.class);
  }
}
