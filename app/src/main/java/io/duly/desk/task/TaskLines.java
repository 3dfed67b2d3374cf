package io.duly.desk.task;

import io.duly.identity.Person;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Reads pages of tasks: the first of each creditor in scope come from an index, then they are merged. */
public final class TaskLines {
  private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LAST = LocalDate.of(9999, 1, 1);
  private static final int MOST = 1000;

  private static final String OPEN =
      """
      t.done_on is null and t.due_on <= ?::date and (?::text is null or t.kind = ?::text) <whose>
      """;

  private static final String PAGE =
      """
      with shown as materialized (
        select line.id, line.due_on from unnest(identity.scope()) as of_creditor (id) cross join lateral (
          select t.id, t.due_on from cases.task t where t.creditor_id = of_creditor.id and <open>
             and t.due_on >= ?::date and (t.due_on > ?::date or t.id > ?)
           order by t.due_on, t.id limit ?) line
         order by line.due_on, line.id limit ?)
      """;

  private static final String ONE = "with shown as (select id from cases.task where id = ? and done_on is null)\n";

  private static final String LINES =
      """
      select t.id, t.kind, t.why, t.due_on, t.due_at, t.due_zone, t.assigned_to, t.creditor_id, c.number, d.name as debtor, cr.name as creditor,
             delay.times, delay.why as off_why
        from shown join cases.task t on t.id = shown.id
        join cases.recovery_case c on c.id = t.case_id
        join parties.debtor d on d.id = c.debtor_id
        join parties.creditor cr on cr.id = t.creditor_id
       cross join lateral (
         select count(*)::int as times, (array_agg(p.why order by p.recorded_at desc))[1] as why from cases.task_put_off p
          where p.task_id = t.id and not exists (select from cases.bulk_line b where b.put_off_id = p.id and b.taken_back)) delay
       order by t.due_on, t.id
      """;

  private static final String COUNT =
      """
      select count(*)::int from (
        select from unnest(identity.scope()) as of_creditor (id) cross join lateral (
          select from cases.task t where t.creditor_id = of_creditor.id and <open> limit ?) line limit ?) counted
      """;

  private TaskLines() {}

  public static List<TaskLine> read(DSLContext scoped, Person person, TaskView view, LocalDate today, int limit) {
    var values = open(view, today);
    var after = view.after();
    var from = after.map(TaskView.After::dueOn).orElse(FIRST);
    values.addAll(List.of(from, from, after.map(TaskView.After::id).orElse(new UUID(0, 0)), limit, limit));
    return scoped.fetch(sql(PAGE + LINES, view, person), values.toArray()).map(TaskLines::line);
  }

  /** Empty where there is none within scope that is open. */
  public static Optional<TaskLine> find(DSLContext scoped, UUID task) {
    return scoped.fetchOptional(ONE + LINES, task).map(TaskLines::line);
  }

  /** How many there are, counted up to {@link #most}. */
  static int count(DSLContext scoped, Person person, TaskView view, LocalDate today) {
    var values = open(view, today);
    values.addAll(List.of(MOST, MOST));
    return scoped.fetchSingle(sql(COUNT, view, person), values.toArray()).get(0, Integer.class);
  }

  static int most() {
    return MOST;
  }

  private static List<@Nullable Object> open(TaskView view, LocalDate today) {
    var kind = view.kind().orElse(null);
    var values = new ArrayList<@Nullable Object>();
    values.add(view.later() ? LAST : today);
    values.add(kind);
    values.add(kind);
    return values;
  }

  /** The id is the person's own, from the database: it is no text of anybody's. */
  private static String sql(String query, TaskView view, Person person) {
    var whose =
        switch (view.shelf()) {
          case MINE -> "and t.assigned_to = '" + person.uuid() + "'::uuid";
          case UNASSIGNED -> "and t.assigned_to is null";
          case ALL -> "";
        };
    return query.replace("<open>", OPEN.replace("<whose>", whose));
  }

  private static TaskLine line(Record row) {
    return new TaskLine(
        row.get("id", UUID.class),
        row.get("kind", String.class),
        row.get("why", String.class),
        row.get("due_on", LocalDate.class),
        Optional.ofNullable(row.get("due_at", OffsetDateTime.class)).map(at -> at.atZoneSameInstant(ZoneId.of(row.get("due_zone", String.class)))),
        Optional.ofNullable(row.get("assigned_to", UUID.class)),
        row.get("times", Integer.class),
        Optional.ofNullable(row.get("off_why", String.class)),
        row.get("creditor_id", UUID.class),
        row.get("number", Long.class),
        row.get("debtor", String.class),
        row.get("creditor", String.class));
  }
}
