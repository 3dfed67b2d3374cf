package io.duly.desk.outbox;

import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.MessageId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * Reads pages of the outbox. For each creditor in scope the first lines come from an index, then those of all creditors are
 * merged: the cost depends on how many lines are shown, never on how many messages wait.
 */
public final class OutboxLines {
  /** More than these are not counted. */
  static final int COUNTED = 1_000;

  private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2999, 1, 1);
  private static final UUID LOWEST = new UUID(0, 0);
  private static final UUID HIGHEST = new UUID(-1, -1);

  private static final String MESSAGE =
      """
      select m.id, m.creditor_id, r.name as creditor, m.debtor_id, d.name as debtor, c.number, m.channel, m.template, m.tone, m.language,
             m.purpose, m.state, m.approval, m.approval_why, m.approved_by, coalesce(m.sent_on, m.planned_on) as on_day, m.currency,
             (select coalesce(sum(a), 0) from unnest(m.amounts) a)::bigint as asked, cardinality(m.invoice_ids) as invoices, c.because, m.waits_why,
             m.not_before, m.withdrawn_why, ended.outcome, ended.answer, ended.ended_at,
             (select p.why from correspondence.pause p where p.lifted_at is null and (p.creditor_id is null
               or p.creditor_id = m.creditor_id and (p.debtor_id is null or p.debtor_id = m.debtor_id)) order by p.since limit 1) as paused,
             m.channel <> 'letter' and not exists (select from correspondence.sender s where s.creditor_id = m.creditor_id) as nameless
        from correspondence.message m
        join cases.recovery_case c on c.id = m.case_id
        join parties.creditor r on r.id = m.creditor_id
        join parties.debtor d on d.id = m.debtor_id
        left join lateral (
          select e.outcome, e.answer, e.ended_at from correspondence.attempt a join correspondence.attempt_end e on e.attempt_id = a.id
           where a.message_id = m.id order by a.nth desc, e.ended_at desc, e.id desc limit 1) ended on true
      """;
  private static final String PAGE =
      """
      with shown as materialized (
        select line.id, line.place
          from unnest(coalesce(?::uuid[], identity.scope())) as of_creditor (id) cross join lateral (
            select m.id, m.<by> as place from correspondence.message m
             where m.creditor_id = of_creditor.id and <holds> and m.<by> <at> ? and (m.<by> <behind> ? or m.id <behind> ?)
             order by m.<by> <order>, m.id <order> limit ?) line
         order by line.place <order>, line.id <order> limit ?)
      """;

  private OutboxLines() {}

  /** @param limit how many lines at most */
  public static List<OutboxLine> read(DSLContext scoped, View view, int limit) {
    boolean down = view.shelf().isLastFirst();
    var day = view.after().map(Place::day).orElse(down ? LAST : FIRST);
    var id = view.after().map(Place::id).orElse(down ? HIGHEST : LOWEST);
    var order = down ? "desc" : "asc";
    var sql = (PAGE + MESSAGE + " join shown on shown.id = m.id order by shown.place " + order + ", m.id " + order)
        .replace("<by>", view.shelf().orderedBy())
        .replace("<holds>", view.shelf().holds())
        .replace("<at>", down ? "<=" : ">=")
        .replace("<behind>", down ? "<" : ">")
        .replace("<order>", order);
    var values = new ArrayList<@Nullable Object>();
    values.add(view.creditor().map(one -> new UUID[] {one}).orElse(null));
    values.addAll(List.of(day, day, id, limit, limit));
    return scoped.fetch(sql, values.toArray()).map(OutboxLines::line);
  }

  public static Optional<OutboxLine> find(DSLContext scoped, UUID id) {
    return scoped.fetchOptional(MESSAGE + " where m.id = ?", id).map(OutboxLines::line);
  }

  /** How many there are on each shelf, as far as they are counted. */
  static Map<Shelf, Integer> counts(DSLContext scoped, Optional<UUID> creditor) {
    var counts = new EnumMap<Shelf, Integer>(Shelf.class);
    for (var shelf : Shelf.values()) {
      if (shelf != Shelf.SENT) {
        var sql =
            "select count(*)::int from unnest(coalesce(?::uuid[], identity.scope())) as of_creditor (id) cross join lateral ("
                + "select from correspondence.message m where m.creditor_id = of_creditor.id and " + shelf.holds()
                + " order by m.planned_on, m.id limit ?) one";
        @Nullable Object whose = creditor.map(one -> new UUID[] {one}).orElse(null);
        counts.put(shelf, Math.min(COUNTED, scoped.fetchSingle(sql, whose, COUNTED).get(0, Integer.class)));
      }
    }
    return counts;
  }

  private static OutboxLine line(Record row) {
    return new OutboxLine(
        new MessageId(row.get("id", UUID.class)),
        new CreditorId(row.get("creditor_id", UUID.class)),
        row.get("creditor", String.class),
        new DebtorId(row.get("debtor_id", UUID.class)),
        row.get("debtor", String.class),
        row.get("number", Long.class),
        row.get("channel", String.class),
        row.get("template", String.class),
        row.get("tone", String.class),
        row.get("language", String.class),
        row.get("purpose", String.class).equals("apology"),
        row.get("state", String.class),
        row.get("approval", String.class),
        text(row, "approval_why"),
        text(row, "approved_by"),
        row.get("on_day", LocalDate.class),
        row.get("currency", String.class),
        row.get("asked", Long.class),
        row.get("invoices", Integer.class),
        row.get("because", String.class),
        text(row, "paused"),
        row.get("nameless", Boolean.class),
        text(row, "waits_why"),
        instant(row, "not_before"),
        text(row, "outcome").map(outcome -> new OutboxLine.Ended(outcome, row.get("answer", String.class), instant(row, "ended_at").orElseThrow())),
        text(row, "withdrawn_why"));
  }

  private static Optional<String> text(Record row, String column) {
    return Optional.ofNullable(row.get(column, String.class));
  }

  private static Optional<Instant> instant(Record row, String column) {
    return Optional.ofNullable(row.get(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
  }
}
