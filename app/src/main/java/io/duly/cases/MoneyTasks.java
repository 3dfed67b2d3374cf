package io.duly.cases;

import io.duly.journal.JournalEntry;
import io.duly.kernel.CaseId;
import io.duly.strategy.TaskKind;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** The tasks to allocate money that the daily cycle opened: each ends with the money that it is about (P08). */
@Component
public final class MoneyTasks {
  /** By which the cycle's tasks are told from what a person asked for, such as looking for a payment that they say they made. */
  private static final String STEP = "P08";
  /**
   * Of the cases that something touched, as every move of money does in the transaction that makes it. Those that others hold are
   * theirs to end, and nobody waits for them.
   */
  private static final String OVER =
      """
      select c.id from cases.task t join cases.recovery_case c on c.id = t.case_id
       where t.kind = 'allocate' and t.step = ? and t.done_on is null and c.touched and c.stage <> 'closed'
         and not exists (select from ledger.receipt r where r.debtor_id = c.debtor_id and r.currency = c.currency and not r.used_up)
         and not exists (select from ledger.receipt_candidate n join ledger.receipt r on r.id = n.receipt_id
               where n.debtor_id = c.debtor_id and r.debtor_id is null and r.currency = c.currency and not r.used_up)
         and not exists (select from ledger.credit_note n where n.debtor_id = c.debtor_id and n.currency = c.currency and not n.used_up)
       order by c.id for no key update of c skip locked
      """;
  private static final String END =
      """
      update cases.task set done_on = ?, done_by = ?, outcome = ?
       where kind = 'allocate' and step = ? and done_on is null and case_id = any (?) returning id, case_id
      """;

  private final CaseJournal cases;

  MoneyTasks(CaseJournal cases) {
    this.cases = cases;
  }

  /**
   * Ends the tasks of the touched cases of which no money and no credit note lies unallocated any more. Called at the end of a
   * transaction that moved money; in two statements however many they are.
   *
   * @param outcome what became of the money, in a clause
   * @return how many ended
   */
  public int end(DSLContext tx, String outcome, Recorded by) {
    var over = tx.fetch(OVER, STEP).map(row -> row.get(0, UUID.class)).toArray(UUID[]::new);
    if (over.length == 0) {
      return 0;
    }
    var ended = tx.fetch(END, by.on(), by.actor(), outcome, STEP, over).intoMap(row -> new CaseId(row.get("case_id", UUID.class)));
    var heads = cases.locked(tx, ended.keySet());
    cases.write(tx, heads.stream().map(head -> entry(head, ended, outcome, by)).toList(), by);
    return ended.size();
  }

  private JournalEntry entry(CaseHead head, Map<CaseId, Record> ended, String outcome, Recorded by) {
    var task = Objects.requireNonNull(ended.get(head.id()), "each has its task").get("id", UUID.class);
    var facts = Map.of("task", task.toString(), "kind", Words.of(TaskKind.ALLOCATE), "outcome", outcome);
    return cases.entry(head, "task-done", "Task done (allocate): " + outcome, facts, by);
  }
}
