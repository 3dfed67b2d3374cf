package io.duly.cases;

import io.duly.kernel.CaseId;
import io.duly.kernel.PersonId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Takes back what was done to many cases, as far as nobody has gone on from there. */
@Component
final class BulkUndo {
  private static final String MINE =
      """
      update cases.bulk set undone_at = ?::timestamptz
       where id = ? and person_id = ? and undone_at is null and done_at > ?::timestamptz returning act
      """;
  private static final String GIVEN =
      """
      update cases.recovery_case c set owner_id = l.owner_before from cases.bulk_line l
       where l.bulk_id = ? and c.id = l.case_id and c.owner_id is not distinct from l.owner_after and c.stage <> 'closed' returning c.id
      """;
  private static final String PUT_OFF =
      """
      update cases.task t set due_on = l.due_before, due_at = l.due_at_before, due_zone = l.due_zone_before from cases.bulk_line l
       where l.bulk_id = ? and t.id = l.task_id and t.done_on is null and t.due_on = l.due_after and t.due_at is null returning l.case_id as id
      """;
  private static final String HELD =
      """
      update cases.hold h set lifted_on = ?::date, lifted_by = ?, lifted_why = 'taken back' from cases.bulk_line l
       where l.bulk_id = ? and h.id = l.hold_id and h.lifted_on is null returning l.case_id as id
      """;

  private final CaseJournal cases;

  BulkUndo(CaseJournal cases) {
    this.cases = cases;
  }

  int undo(DSLContext tx, UUID bulk, PersonId person, Recorded by) {
    var now = Words.at(by.recordedAt()).toString();
    var since = Words.at(by.recordedAt().minus(Bulk.TAKEN_BACK_WITHIN)).toString();
    var act = tx.fetchOptional(MINE, now, bulk, person.value(), since).map(row -> row.get(0, String.class))
        .orElseThrow(() -> new CannotRecord("It can be taken back by who did it, once, within " + Bulk.TAKEN_BACK_WITHIN.toMinutes() + " minutes."));
    lock(tx, bulk);
    var back = tx.fetch("hold".equals(act) ? HELD : "give".equals(act) ? GIVEN : PUT_OFF, "hold".equals(act) ? new Object[] {by.on(), by.actor(), bulk} : new Object[] {bulk})
        .getValues("id", UUID.class);
    var ids = back.toArray(UUID[]::new);
    tx.execute("update cases.bulk_line set taken_back = true where bulk_id = ? and case_id = any (?::uuid[])", bulk, ids);
    tx.execute(BulkWork.WAKE, (Object) ids);
    tell(tx, bulk, act, back, by);
    return ids.length;
  }

  private void lock(DSLContext tx, UUID bulk) {
    cases.locked(tx, tx.fetch("select case_id from cases.bulk_line where bulk_id = ?", bulk).map(row -> new CaseId(row.get(0, UUID.class))));
  }

  private void tell(DSLContext tx, UUID bulk, String act, List<UUID> back, Recorded by) {
    var sentence = switch (act) {
      case "give" -> "Taken back: whose case it is, is as before.";
      case "hold" -> "Taken back: the hold is lifted again.";
      default -> "Taken back: the task is due as before.";
    };
    var holds = tx.fetch("select case_id, hold_id from cases.bulk_line where bulk_id = ? and hold_id is not null", bulk).intoMap(row -> row.get(0, UUID.class), row -> row.get(1, UUID.class));
    var heads = cases.locked(tx, back.stream().map(CaseId::new).toList());
    cases.write(tx, heads.stream().map(head -> {
      var hold = holds.get(head.id().value());
      return hold == null
          ? cases.entry(head, "bulk-taken-back", sentence, Map.of("bulk", bulk.toString()), by)
          : cases.entry(head, "hold-lifted", sentence, Map.of("bulk", bulk.toString(), "hold", hold.toString()), by);
    }).toList(), by);
  }
}
