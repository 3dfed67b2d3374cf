package io.duly.cases;

import static io.duly.database.jooq.cases.Tables.RECOVERY_CASE;

import io.duly.kernel.CaseId;
import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.IdSource;
import io.duly.kernel.PersonId;
import io.duly.strategy.Stage;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Does one thing to many cases in one transaction, in sets, and takes it back within minutes (P33). */
@Component
public final class Bulk {
  /** So many at once. */
  public static final int MOST = 500;

  /** So long it can be taken back. */
  public static final Duration TAKEN_BACK_WITHIN = Duration.ofMinutes(10);

  private static final String LOOK =
      """
      select c.id, c.number, c.creditor_id, c.debtor_id, c.currency, c.stage, c.owner_id, d.name as debtor, k.claimed_by,
             t.id as task_id, t.due_on, t.due_at, t.due_zone,
             exists (select from cases.hold h where h.debtor_id = c.debtor_id and h.case_id = c.id and h.kind = ? and h.lifted_on is null
               and h.since <= ? and (h.until is null or h.until >= ?)) as held
        from unnest(?::uuid[]) with ordinality as chosen (id, nth)
        join cases.recovery_case c on c.id = chosen.id
        join parties.debtor d on d.id = c.debtor_id
        left join cases.claim k on k.case_id = c.id and k.person_id <> ? and k.released_at is null and k.since <= ?::timestamptz and k.until > ?::timestamptz
        left join cases.task t on t.case_id = c.id and t.kind = case c.next_action when 'review' then coalesce(
               (select o.kind from cases.task o where o.case_id = c.id and o.done_on is null and o.kind <> 'delivery' order by o.due_on, o.id limit 1), 'review')
             else c.next_action end and t.done_on is null
       order by chosen.nth
      """;

  private final BulkWork work;
  private final BulkUndo undo;
  private final CaseJournal cases;
  private final IdSource ids;

  Bulk(BulkWork work, BulkUndo undo, CaseJournal cases, IdSource ids) {
    this.work = work;
    this.undo = undo;
    this.cases = cases;
    this.ids = ids;
  }

  /**
   * Says of each of the cases whether it would be done, in the order in which they were chosen; changes nothing.
   *
   * @throws CannotRecord where a reason is missing, or a day is none of those that can be
   */
  public List<BulkLine> look(DSLContext tx, Collection<CaseId> chosen, BulkAct act, PersonId person, Recorded by) {
    require(act, by);
    var kind = act instanceof BulkAct.Hold hold ? Words.of(hold.request().kind()) : "";
    var now = Words.at(by.recordedAt()).toString();
    return tx.fetch(LOOK, kind, by.on(), by.on(), chosen.stream().map(CaseId::value).toArray(UUID[]::new), person.value(), now, now)
        .map(row -> {
          var line = line(row);
          return line.refused(refusal(line, act));
        });
  }

  /**
   * Does it to all that are not refused.
   *
   * @return under which id it can be taken back
   * @throws CannotRecord where nothing is left to do, or a reason or a day is missing
   */
  public UUID apply(DSLContext tx, Collection<CaseId> chosen, BulkAct act, PersonId person, Recorded by) {
    if (chosen.size() > MOST) {
      throw new CannotRecord("At most " + MOST + " cases at once; narrow the list first.");
    }
    cases.locked(tx, chosen);
    var lines = look(tx, chosen, act, person, by).stream().filter(BulkLine::isDone).toList();
    if (lines.isEmpty()) {
      throw new CannotRecord("None of the chosen cases can be done so.");
    }
    var id = ids.next();
    tx.execute("insert into cases.bulk (id, person_id, act, done_at) values (?, ?, ?, ?::timestamptz)", id, person.value(), act.word(), Words.at(by.recordedAt()).toString());
    work.apply(tx, id, lines, act, by);
    return id;
  }

  /**
   * Takes back what is still as it was left.
   *
   * @return how many cases are as before
   * @throws CannotRecord where it is not the person's, was taken back before, or is too long ago
   */
  public int undo(DSLContext tx, UUID bulk, PersonId person, Recorded by) {
    return undo.undo(tx, bulk, person, by);
  }

  private static void require(BulkAct act, Recorded by) {
    switch (act) {
      case BulkAct.Give _ -> {}
      case BulkAct.PutOff put -> Tasks.requirePuttingOff(put.until(), put.why(), by);
      case BulkAct.Hold hold -> Holds.require(hold.request(), by.on());
    }
  }

  private static Optional<String> refusal(BulkLine line, BulkAct act) {
    if (!line.head().isOpen()) {
      return Optional.of("closed");
    }
    if (line.taken().isPresent()) {
      return Optional.of("taken");
    }
    return switch (act) {
      case BulkAct.Give give -> ofGiving(line, give);
      case BulkAct.PutOff put -> line.task().isEmpty() ? Optional.of("no-task") : put.until().equals(line.task().get().dueOn()) ? Optional.of("that-day") : Optional.empty();
      case BulkAct.Hold _ -> line.held() ? Optional.of("held") : Optional.empty();
    };
  }

  private static Optional<String> ofGiving(BulkLine line, BulkAct.Give give) {
    if (give.worksFor().filter(seen -> !seen.contains(line.head().creditor().value())).isPresent()) {
      return Optional.of("not-theirs");
    }
    return line.owner().equals(give.to().map(to -> to.person().value())) ? Optional.of("already") : Optional.empty();
  }

  private static BulkLine line(Record row) {
    var head =
        new CaseHead(
            new CaseId(row.get("id", UUID.class)), row.get("number", Long.class), new CreditorId(row.get("creditor_id", UUID.class)),
            new DebtorId(row.get("debtor_id", UUID.class)), Currency.getInstance(row.get(RECOVERY_CASE.CURRENCY)), Words.read(Stage.class, row.get(RECOVERY_CASE.STAGE)));
    var task =
        Optional.ofNullable(row.get("task_id", UUID.class))
            .map(id -> new BulkLine.Open(id, row.get("due_on", LocalDate.class), row.get("due_at", OffsetDateTime.class), row.get("due_zone", String.class)));
    return new BulkLine(
        head, row.get("debtor", String.class), Optional.ofNullable(row.get("owner_id", UUID.class)), Optional.ofNullable(row.get("claimed_by", String.class)), task,
        row.get("held", Boolean.class), Optional.empty());
  }
}
