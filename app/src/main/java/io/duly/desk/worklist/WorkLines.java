package io.duly.desk.worklist;

import io.duly.identity.Person;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads pages of the worklist. For each creditor in scope the first lines come from an index, then those of all
 * creditors are merged: the cost depends on how many creditors and lines are shown, never on how many cases wait.
 */
@Component
final class WorkLines {
  private static final String TURN =
      """
      select c.id, c.priority as place from cases.recovery_case c
       where c.creditor_id = of_creditor.id and c.stage <> 'closed' and c.next_action_on <= ?
         and c.next_action in ('send', 'call', 'allocate', 'verify', 'place', 'write_off', 'review') <kind> <owner> <narrow>
         and c.priority <= ? and (c.priority < ? or c.id > ?)
       order by c.priority desc, c.id limit <limit>
      """;

  private static final String WAITING =
      """
      select c.id, c.review_on - date '2000-01-01' as place from cases.recovery_case c
       where c.creditor_id = of_creditor.id and c.stage <> 'closed' and c.next_action = 'wait' <owner> <narrow>
         and c.review_on >= date '2000-01-01' + ?::int and (c.review_on > date '2000-01-01' + ?::int or c.id > ?)
       order by c.review_on, c.id limit <limit>
      """;

  private static final String OF_DEBTOR = "and exists (select from parties.debtor d where d.id = c.debtor_id and %s)";

  private static final String LINES =
      """
      with shown as materialized (
        select line.id, line.place
          from unnest(coalesce(?::uuid[], identity.scope())) as of_creditor (id) cross join lateral (<page>) line
         order by line.place <order>, line.id limit <limit>)
      select c.id, c.number, d.name as debtor, cr.name as creditor, c.currency, c.stage, c.next_action,
             c.next_action_on,
             coalesce((select t.why from cases.task t
                where t.case_id = c.id and t.kind = c.next_action and t.done_on is null), c.because) as because, contested.amount as disputed, contested.answer_due, shown.place, c.touched, c.xmin::text::bigint as version,
             coalesce((select h.why from cases.hold h
               where h.debtor_id = c.debtor_id and (h.case_id is null or h.case_id = c.id) and h.lifted_on is null
                 and h.since <= ? and (h.until is null or h.until >= ?) order by h.since limit 1),
               (select h.why from cases.creditor_hold h where h.creditor_id = c.creditor_id and h.lifted_on is null)) as held
        from shown
        join cases.recovery_case c on c.id = shown.id
        join parties.debtor d on d.id = c.debtor_id
        join parties.creditor cr on cr.id = c.creditor_id
       cross join lateral (
         select coalesce(sum(x.amount), 0)::bigint as amount, min(x.answer_due_on) as answer_due
           from cases.dispute x join ledger.invoice i on i.id = x.invoice_id
          where x.debtor_id = c.debtor_id and x.closed_on is null and i.currency = c.currency) contested
       order by shown.place <order>, shown.id
      """;

  private final Owed owed;

  WorkLines(Owed owed) {
    this.owed = owed;
  }

  /**
   * The limit stands in the statement as it is, one of very few numbers: where it were a parameter the planner would think
   * of any number of lines, and plan each time anew.
   *
   * @param limit how many lines at most
   */
  List<WorkLine> read(DSLContext scoped, Person person, View view, LocalDate today, int limit) {
    var order = view.isWaiting() ? "asc" : "desc";
    var values = new ArrayList<@Nullable Object>();
    values.add(view.creditor().map(one -> new UUID[] {one}).orElse(null));
    var from = view.after();
    var id = from.map(Position::id).orElse(new UUID(0, 0));
    if (view.isWaiting()) {
      long place = from.map(Position::place).orElse(-100_000L);
      values.addAll(narrowing(view.filter()).values());
      values.addAll(List.of(place, place, id));
    } else {
      long place = from.map(Position::place).orElse((long) Integer.MAX_VALUE);
      values.add(today);
      view.work().ifPresent(kind -> values.add(kind.code()));
      values.addAll(narrowing(view.filter()).values());
      values.addAll(List.of(place, place, id));
    }
    values.addAll(List.of(today, today));
    var sql = LINES.replace("<page>", page(view)).replace("<owner>", owner(view, person)).replace("<narrow>", String.join(" ", narrowing(view.filter()).keySet())).replace("<order>", order).replace("<limit>", String.valueOf(limit));
    var rows = scoped.fetch(sql, values.toArray());
    var amounts = owed.of(scoped, rows.map(WorkLines::version), today);
    return rows.map(row -> line(row, Objects.requireNonNull(amounts.get(row.get("id", UUID.class)), "a line whose amount was not asked for")));
  }

  private static String page(View view) {
    return view.isWaiting() ? WAITING : TURN.replace("<kind>", view.work().isPresent() ? "and c.next_action = ?" : "");
  }

  /** The id is the person's own, from the database: it is no text of anybody's. */
  static String owner(View view, Person person) {
    return view.owned()
        .map(whose ->
            switch (whose) {
              case MINE -> "and c.owner_id = '" + person.uuid() + "'::uuid";
              case UNASSIGNED -> "and c.owner_id is null";
            })
        .orElse("");
  }

  /** What narrows the list itself, each with its value. */
  private static Map<String, String> narrowing(Filter filter) {
    var all = new LinkedHashMap<String, String>();
    filter.currency().ifPresent(code -> all.put("and c.currency = ?", code));
    filter.stage().ifPresent(code -> all.put("and c.stage = ?", code));
    filter.country().ifPresent(code -> all.put(OF_DEBTOR.formatted("d.country = ?"), code));
    filter.language().ifPresent(code -> all.put(OF_DEBTOR.formatted("d.language = ?"), code));
    filter.name().ifPresent(text -> all.put(OF_DEBTOR.formatted("strpos(lower(d.name), lower(?)) > 0"), text));
    return all;
  }

  private static Owed.Version version(Record row) {
    return new Owed.Version(row.get("id", UUID.class), row.get("version", Long.class), row.get("touched", Boolean.class));
  }

  private static WorkLine line(Record row, Owed.Amount owed) {
    return new WorkLine(
        row.get("id", UUID.class),
        row.get("number", Long.class),
        row.get("debtor", String.class),
        row.get("creditor", String.class),
        row.get("currency", String.class),
        row.get("stage", String.class),
        Work.of(row.get("next_action", String.class)).orElseThrow(),
        row.get("next_action_on", LocalDate.class),
        row.get("because", String.class),
        owed.open(),
        row.get("disputed", Long.class),
        Optional.ofNullable(row.get("answer_due", LocalDate.class)),
        owed.oldestDue(),
        Optional.ofNullable(row.get("held", String.class)),
        row.get("touched", Boolean.class),
        row.get("place", Long.class));
  }
}
