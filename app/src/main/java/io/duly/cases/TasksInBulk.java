package io.duly.cases;

import io.duly.kernel.CaseId;
import io.duly.kernel.IdSource;
import io.duly.kernel.PersonId;
import io.duly.strategy.TaskKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Work for people in many cases at once, in a fixed number of statements; the same rules as for single tasks. */
@Component
public final class TasksInBulk {
  /** A task of the same kind that is open already stays, with whom it is; only one that asks for the same goes to the new person. */
  private static final String ASK =
      """
      insert into cases.task as t (id, creditor_id, case_id, kind, why, created_on, due_on, assigned_to)
      select n.id, n.creditor_id, n.case_id, ?, n.why, ?, ?, n.person
        from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::uuid[]) n (id, creditor_id, case_id, why, person)
      on conflict (case_id, kind) where done_on is null do update
        set due_on = case when t.due_at is not null then t.due_on else least(t.due_on, excluded.due_on) end,
            assigned_to = case when left(t.why, ?) = left(excluded.why, ?) then excluded.assigned_to else t.assigned_to end
      returning t.id, t.case_id, t.why, t.assigned_to
      """;

  private final CaseJournal cases;
  private final IdSource ids;

  TasksInBulk(CaseJournal cases, IdSource ids) {
    this.cases = cases;
    this.ids = ids;
  }

  /**
   * What is asked of a person.
   *
   * @param why begins as all of the same matter do
   */
  public record Asked(CaseId recovery, PersonId person, String why) {}

  /**
   * Asks each, at most one of a case; a case that is closed meanwhile is left out.
   *
   * @param alike with so many signs the words of one matter begin: an open task that begins so goes to the new person
   */
  public void ask(DSLContext tx, TaskKind kind, List<Asked> asked, int alike, LocalDate dueOn, Recorded by) {
    var heads = cases.locked(tx, asked.stream().map(Asked::recovery).toList());
    var byCase = asked.stream().collect(Collectors.toMap(Asked::recovery, Function.identity()));
    var wanted = heads.stream().map(head -> byCase.get(head.id())).toList();
    var made = heads.stream().map(_ -> ids.next()).toArray(UUID[]::new);
    var kept =
        tx.fetch(
                ASK, Words.of(kind), by.on(), dueOn, made, heads.stream().map(head -> head.creditor().value()).toArray(UUID[]::new),
                heads.stream().map(head -> head.id().value()).toArray(UUID[]::new), wanted.stream().map(Asked::why).toArray(String[]::new),
                wanted.stream().map(one -> one.person().value()).toArray(UUID[]::new), alike, alike)
            .intoMap(row -> new CaseId(row.get("case_id", UUID.class)));
    tx.execute("update cases.recovery_case set touched = true where id = any (?) and not touched", (Object) heads.stream().map(head -> head.id().value()).toArray(UUID[]::new));
    var fresh = java.util.Set.of(made);
    cases.write(tx, heads.stream().map(head -> {
      var row = java.util.Objects.requireNonNull(kept.get(head.id()), "each has its task");
      return cases.entry(head, "task-opened", told(row, fresh.contains(row.get("id", UUID.class)), kind, dueOn), facts(row, kind, dueOn), by);
    }).toList(), by);
  }

  private static String told(Record row, boolean fresh, TaskKind kind, LocalDate dueOn) {
    return (fresh ? "Task" : "Task again") + " (" + Words.of(kind).replace('_', ' ') + "), due " + dueOn + ": " + row.get("why", String.class);
  }

  private static Map<String, String> facts(Record row, TaskKind kind, LocalDate dueOn) {
    return Map.of("task", row.get("id", UUID.class).toString(), "kind", Words.of(kind), "dueOn", dueOn.toString(), "why", row.get("why", String.class));
  }
}
