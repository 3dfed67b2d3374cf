package io.duly.cases;

import io.duly.kernel.IdSource;
import java.lang.reflect.Array;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes what is done to many cases: a few statements, however many they are. */
@Component
final class BulkWork {
  private static final String KEEP =
      """
      insert into cases.bulk_line (bulk_id, case_id, creditor_id, owner_before, owner_after, hold_id, task_id, put_off_id, due_before, due_at_before, due_zone_before, due_after)
      select ?, x.case_id, x.creditor_id, x.owner, ?, x.hold, x.task, x.put_off, x.due_on, x.due_at, x.zone, ?::date
        from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::date[], ?::timestamptz[], ?::text[])
          as x (case_id, creditor_id, owner, hold, task, put_off, due_on, due_at, zone)
      """;
  private static final String HOLD =
      """
      insert into cases.hold (id, creditor_id, debtor_id, case_id, kind, why, since, until, placed_by, placed_at)
      select l.id, l.creditor, l.debtor, l.recovery, ?, ?, ?::date, ?::date, ?, ?::timestamptz
        from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[]) as l (id, creditor, debtor, recovery)
      """;
  private static final String PUT_OFF =
      """
      insert into cases.task_put_off (id, creditor_id, task_id, due_before, until, why, put_off_by, put_off_on, recorded_at)
      select l.id, l.creditor, l.task, l.due_on, ?::date, ?, ?, ?::date, ?::timestamptz
        from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::date[]) as l (id, creditor, task, due_on)
      """;
  private static final String MOVE = "update cases.task set due_on = ?::date, due_at = null, due_zone = null where id = any (?::uuid[])";
  static final String WAKE = "update cases.recovery_case set touched = true where id = any (?::uuid[]) and stage <> 'closed' and not touched";

  private final Owners owners;
  private final CaseJournal cases;
  private final IdSource ids;

  BulkWork(Owners owners, CaseJournal cases, IdSource ids) {
    this.owners = owners;
    this.cases = cases;
    this.ids = ids;
  }

  void apply(DSLContext tx, UUID bulk, List<BulkLine> lines, BulkAct act, Recorded by) {
    switch (act) {
      case BulkAct.Give give -> give(tx, bulk, lines, give, by);
      case BulkAct.PutOff put -> putOff(tx, bulk, lines, put, by);
      case BulkAct.Hold hold -> hold(tx, bulk, lines, hold.request(), by);
    }
  }

  private void give(DSLContext tx, UUID bulk, List<BulkLine> lines, BulkAct.Give give, Recorded by) {
    var none = nothing(lines);
    keep(tx, bulk, lines, give.to().map(to -> to.person().value()).orElse(null), null, none, none);
    owners.give(tx, lines.stream().map(line -> line.head().id()).toList(), give.to(), give.words(), by);
  }

  private void putOff(DSLContext tx, UUID bulk, List<BulkLine> lines, BulkAct.PutOff put, Recorded by) {
    var offs = fresh(lines);
    tx.execute(
        PUT_OFF, put.until(), put.why().strip(), by.actor(), by.on(), Words.at(by.recordedAt()).toString(), offs,
        all(lines, UUID.class, line -> line.head().creditor().value()), all(lines, UUID.class, BulkWork::task),
        all(lines, LocalDate.class, line -> line.task().orElseThrow().dueOn()));
    keep(tx, bulk, lines, null, put.until(), nothing(lines), offs);
    tx.execute(MOVE, put.until(), all(lines, UUID.class, BulkWork::task));
    tx.execute(WAKE, (Object) all(lines, UUID.class, line -> line.head().id().value()));
    write(tx, lines, "task-put-off", "Task put off to " + put.until() + ": " + put.why().strip(), by, at ->
        Map.of("task", task(lines.get(at)).toString(), "until", put.until().toString(), "why", put.why().strip(), "bulk", bulk.toString()));
  }

  /** Drafts that wait are withdrawn, and the cases woken, by the database as for a hold of its own. */
  private void hold(DSLContext tx, UUID bulk, List<BulkLine> lines, HoldRequest hold, Recorded by) {
    var holds = fresh(lines);
    tx.execute(
        HOLD, Words.of(hold.kind()), hold.why(), by.on(), hold.until().orElse(null), by.actor(), Words.at(by.recordedAt()).toString(), holds,
        all(lines, UUID.class, line -> line.head().creditor().value()), all(lines, UUID.class, line -> line.head().debtor().value()),
        all(lines, UUID.class, line -> line.head().id().value()));
    keep(tx, bulk, lines, null, null, holds, nothing(lines));
    write(tx, lines, "hold-placed", Holds.sentence(hold), by, at ->
        Map.of("hold", holds[at].toString(), "kind", Words.of(hold.kind()), "why", hold.why(), "of", "case", "bulk", bulk.toString()));
  }

  private void keep(DSLContext tx, UUID bulk, List<BulkLine> lines, @Nullable UUID owner, @Nullable LocalDate due, UUID[] holds, UUID[] offs) {
    tx.execute(
        KEEP, bulk, owner, due, all(lines, UUID.class, line -> line.head().id().value()), all(lines, UUID.class, line -> line.head().creditor().value()),
        all(lines, UUID.class, line -> line.owner().orElse(null)), holds, all(lines, UUID.class, BulkWork::maybeTask), offs,
        all(lines, LocalDate.class, line -> line.task().map(BulkLine.Open::dueOn).orElse(null)),
        all(lines, OffsetDateTime.class, line -> line.task().map(BulkLine.Open::dueAt).orElse(null)),
        all(lines, String.class, line -> line.task().map(BulkLine.Open::zone).orElse(null)));
  }

  private void write(DSLContext tx, List<BulkLine> lines, String kind, String sentence, Recorded by, IntFunction<Map<String, ?>> facts) {
    var entries = IntStream.range(0, lines.size()).mapToObj(at -> cases.entry(lines.get(at).head(), kind, sentence, facts.apply(at), by)).toList();
    cases.write(tx, entries, by);
  }

  private static UUID task(BulkLine line) {
    return line.task().orElseThrow().id();
  }

  private static @Nullable UUID maybeTask(BulkLine line) {
    return line.task().map(BulkLine.Open::id).orElse(null);
  }

  private UUID[] fresh(List<BulkLine> lines) {
    return Stream.generate(ids::next).limit(lines.size()).toArray(UUID[]::new);
  }

  private static UUID[] nothing(List<BulkLine> lines) {
    return new UUID[lines.size()];
  }

  /** What is not there is null in the array, as the database writes it. */
  @SuppressWarnings("unchecked")
  private static <T> T[] all(List<BulkLine> lines, Class<T> type, Function<BulkLine, @Nullable T> value) {
    var values = new ArrayList<@Nullable T>(lines.size());
    for (var line : lines) {
      values.add(value.apply(line));
    }
    return values.toArray((T[]) Array.newInstance(type, 0));
  }
}
