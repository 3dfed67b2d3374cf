package io.duly.cases;

import static io.duly.database.jooq.cases.Tables.HOLD;

import io.duly.kernel.CaseId;
import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.IdSource;
import io.duly.strategy.HoldKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/**
 * Reasons not to act. A hold stops contact the moment it is recorded (invariant 12): the database withdraws the drafts
 * that wait and wakes the case in the same transaction.
 */
@Component
public final class Holds {
  private static final String IN_FORCE =
      """
      with held as (select id, debtor_id, creditor_id from cases.recovery_case where id = ?)
      select h.id, h.case_id, h.kind, h.why, h.since, h.until, h.placed_by, 1 as place
        from held join cases.hold h on h.debtor_id = held.debtor_id and (h.case_id is null or h.case_id = held.id)
       where h.since <= ? and (h.until is null or h.until >= ?) and (h.lifted_on is null or h.lifted_on > ?)
      union all
      select h.id, null, h.kind, h.why, h.since, null, h.placed_by, 2
        from held join cases.creditor_hold h on h.creditor_id = held.creditor_id
       where h.since <= ? and (h.lifted_on is null or h.lifted_on > ?)
       order by place, since, id
      """;

  private static final String OF_A_SPACE = "select from hardship.space where hold_id = ? and ended_on is null and closed_on is null";

  private final CaseJournal cases;
  private final IdSource ids;

  Holds(CaseJournal cases, IdSource ids) {
    this.cases = cases;
    this.ids = ids;
  }

  /**
   * Stops one case.
   *
   * @throws CannotRecord where the case is unknown or closed, or the hold would end before it begins
   */
  public UUID place(DSLContext tx, CaseId id, HoldRequest hold, Recorded by) {
    var head = cases.open(tx, id);
    return insert(tx, head.creditor(), head.debtor(), Optional.of(id), hold, by, List.of(head));
  }

  /**
   * Stops every case of a debtor, those of other currencies and those not opened yet too.
   *
   * @throws CannotRecord where the hold would end before it begins
   */
  public UUID place(DSLContext tx, CreditorId creditor, DebtorId debtor, HoldRequest hold, Recorded by) {
    return insert(tx, creditor, debtor, Optional.empty(), hold, by, cases.openOf(tx, debtor));
  }

  /**
   * Ends a hold by hand.
   *
   * @throws CannotRecord where there is none, it was lifted before, or it ends with something else
   */
  public void lift(DSLContext tx, UUID hold, String why, Recorded by) {
    CreditorHolds.refuseByHand(tx, hold);
    if (tx.fetchExists(HOLD, HOLD.ID.eq(hold).and(HOLD.KIND.eq(Words.of(HoldKind.REPLY))).and(HOLD.LIFTED_ON.isNull()))) {
      throw new CannotRecord("The debtor wrote to us; this hold ends when somebody has read it (./duly reply list, ./duly reply settle).");
    }
    if (tx.fetchOptional(OF_A_SPACE, hold).isPresent()) {
      throw new CannotRecord("This hold is a breathing space; it ends where that is recorded, on the page of the case.");
    }
    end(tx, hold, why, by);
  }

  /**
   * Ends a hold because what it was for is over.
   *
   * @throws CannotRecord where there is none, or it was lifted before
   */
  public void end(DSLContext tx, UUID hold, String why, Recorded by) {
    var row = tx.selectFrom(HOLD).where(HOLD.ID.eq(hold)).and(HOLD.LIFTED_ON.isNull()).forUpdate().fetchOptional();
    var found = row.orElseThrow(() -> new CannotRecord("There is no hold " + hold + " in force."));
    tx.update(HOLD)
        .set(HOLD.LIFTED_ON, by.on())
        .set(HOLD.LIFTED_BY, by.actor())
        .set(HOLD.LIFTED_WHY, why)
        .where(HOLD.ID.eq(hold))
        .execute();
    var kind = found.getKind();
    var about = about(tx, Optional.ofNullable(found.getCaseId()).map(CaseId::new), new DebtorId(found.getDebtorId()));
    var summary = "Hold lifted (" + kind.replace('_', ' ') + "): " + why;
    cases.write(tx, about, "hold-lifted", summary, Map.of("hold", hold.toString(), "kind", kind, "why", why), by);
  }

  /** What holds a case on a day: its own and its debtor's holds, the longest-standing first, then its creditor's. */
  public List<Hold> inForce(DSLContext tx, CaseId id, LocalDate day) {
    return tx.fetch(IN_FORCE, id.value(), day, day, day, day, day).map(Holds::read);
  }

  static Condition inForceOn(LocalDate day) {
    return HOLD.SINCE
        .le(day)
        .and(HOLD.UNTIL.isNull().or(HOLD.UNTIL.ge(day)))
        .and(HOLD.LIFTED_ON.isNull().or(HOLD.LIFTED_ON.gt(day)));
  }

  static Hold hold(Record row) {
    return new Hold(
        row.get(HOLD.ID),
        Optional.ofNullable(row.get(HOLD.CASE_ID)).map(CaseId::new),
        Words.read(HoldKind.class, row.get(HOLD.KIND)),
        row.get(HOLD.WHY),
        row.get(HOLD.SINCE),
        Optional.ofNullable(row.get(HOLD.UNTIL)),
        row.get(HOLD.PLACED_BY));
  }

  private static Hold read(Record row) {
    return new Hold(
        row.get("id", UUID.class),
        Optional.ofNullable(row.get("case_id", UUID.class)).map(CaseId::new),
        Words.read(HoldKind.class, row.get("kind", String.class)),
        row.get("why", String.class),
        row.get("since", LocalDate.class),
        Optional.ofNullable(row.get("until", LocalDate.class)),
        row.get("placed_by", String.class));
  }

  private UUID insert(
      DSLContext tx,
      CreditorId creditor,
      DebtorId debtor,
      Optional<CaseId> onCase,
      HoldRequest hold,
      Recorded by,
      List<CaseHead> about) {
    require(hold, by.on());
    var id = ids.next();
    tx.insertInto(HOLD)
        .set(HOLD.ID, id)
        .set(HOLD.CREDITOR_ID, creditor.value())
        .set(HOLD.DEBTOR_ID, debtor.value())
        .set(HOLD.CASE_ID, onCase.map(CaseId::value).orElse(null))
        .set(HOLD.KIND, Words.of(hold.kind()))
        .set(HOLD.WHY, hold.why())
        .set(HOLD.SINCE, by.on())
        .set(HOLD.UNTIL, hold.until().orElse(null))
        .set(HOLD.PLACED_BY, by.actor())
        .set(HOLD.PLACED_AT, Words.at(by.recordedAt()))
        .execute();
    cases.write(tx, about, "hold-placed", sentence(hold), facts(id, hold, onCase), by);
    return id;
  }

  static void require(HoldRequest hold, LocalDate since) {
    if (hold.why().isBlank()) {
      throw new CannotRecord("Say why the case is held.");
    }
    if (hold.until().filter(last -> last.isBefore(since)).isPresent()) {
      throw new CannotRecord("The hold would end on " + hold.until().get() + ", before it begins on " + since + ".");
    }
  }

  static String sentence(HoldRequest hold) {
    var end = hold.until().map(last -> " until " + last).orElse("");
    return "Hold placed (" + Words.of(hold.kind()).replace('_', ' ') + ")" + end + ": " + hold.why();
  }

  private static Map<String, ?> facts(UUID id, HoldRequest hold, Optional<CaseId> onCase) {
    return Map.of(
        "hold", id.toString(),
        "kind", Words.of(hold.kind()),
        "why", hold.why(),
        "until", hold.until().map(LocalDate::toString).orElse(""),
        "of", onCase.isPresent() ? "case" : "debtor");
  }

  private List<CaseHead> about(DSLContext tx, Optional<CaseId> onCase, DebtorId debtor) {
    return onCase.map(id -> List.of(cases.head(tx, id))).orElseGet(() -> cases.openOf(tx, debtor));
  }
}
