package io.duly.cycle;

import io.duly.kernel.IdSource;
import io.duly.plans.RunningPlan.Course;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Stores which way plans go: the next instalment becomes the promise that runs, a missed one gets its grace, what is over ends (P28). */
final class PlanRows {
  private static final String NEXT =
      """
      insert into agreements.promise (id, creditor_id, case_id, debtor_id, currency, amount, made_on, due_on, recorded_by, recorded_at, plan_id, nth, outcome, judged_on)
      select v.id, p.creditor_id, p.case_id, p.debtor_id, p.currency, i.amount, least(?::date, i.due_on), i.due_on, 'duly', ?::timestamptz, p.id, i.nth,
             case when v.paid then 'kept' end, case when v.paid then ?::date end
        from unnest(?::uuid[], ?::uuid[], ?::int[], ?::bool[]) v (id, plan_id, nth, paid)
        join agreements.plan p on p.id = v.plan_id and p.ended_on is null
        join agreements.instalment i on i.plan_id = p.id and i.nth = v.nth
      """;
  /** The last instalment brings the interest that was agreed with the plan. */
  private static final String INTEREST =
      "select agreements.charge_interest(v.plan_id, v.nth, v.id, ?::date, 'duly') from unnest(?::uuid[], ?::int[], ?::uuid[], ?::bool[]) v (plan_id, nth, id, paid) where not v.paid";
  private static final String GRACE =
      "update agreements.plan p set grace_until = v.until from unnest(?::uuid[], ?::date[]) v (id, until) where p.id = v.id and p.ended_on is null";
  private static final String END =
      """
      update agreements.plan p set ended_on = ?::date, ended = v.how, ended_why = v.why
        from unnest(?::uuid[], ?::text[], ?::text[]) v (id, how, why) where p.id = v.id and p.ended_on is null
      """;

  private PlanRows() {}

  static void goOn(Connection tx, LocalDate day, Instant now, List<Conclusion> conclusions, IdSource ids) throws SQLException {
    var all = conclusions.stream().flatMap(one -> PlanChange.of(one).stream()).toList();
    if (all.isEmpty()) {
      return;
    }
    promise(tx, day, now, all, ids);
    grace(tx, all.stream().filter(one -> one.course() instanceof Course.Grace).toList());
    end(tx, day, all.stream().filter(one -> one.ending().isPresent()).toList());
  }

  private static void promise(Connection tx, LocalDate day, Instant now, List<PlanChange> all, IdSource ids) throws SQLException {
    var plans = new ArrayList<UUID>();
    var nths = new ArrayList<Integer>();
    var paid = new ArrayList<Boolean>();
    for (var one : all) {
      for (int nth = one.plan().promised() + 1; nth <= one.lastPromised(); nth++) {
        plans.add(one.plan().running().id());
        nths.add(nth);
        paid.add(nth <= one.plan().running().paid() || one.course() instanceof Course.Kept);
      }
    }
    if (plans.isEmpty()) {
      return;
    }
    try (var statement = tx.prepareStatement(NEXT)) {
      statement.setObject(1, day);
      statement.setObject(2, now.atOffset(ZoneOffset.UTC));
      statement.setObject(3, day);
      statement.setArray(4, tx.createArrayOf("uuid", plans.stream().map(_ -> ids.next()).toArray()));
      statement.setArray(5, tx.createArrayOf("uuid", plans.toArray()));
      statement.setArray(6, tx.createArrayOf("int4", nths.toArray()));
      statement.setArray(7, tx.createArrayOf("bool", paid.toArray()));
      statement.executeUpdate();
    }
    try (var statement = tx.prepareStatement(INTEREST)) {
      statement.setObject(1, day);
      statement.setArray(2, tx.createArrayOf("uuid", plans.toArray()));
      statement.setArray(3, tx.createArrayOf("int4", nths.toArray()));
      statement.setArray(4, tx.createArrayOf("uuid", plans.stream().map(_ -> ids.next()).toArray()));
      statement.setArray(5, tx.createArrayOf("bool", paid.toArray()));
      statement.execute();
    }
  }

  private static void grace(Connection tx, List<PlanChange> missed) throws SQLException {
    if (missed.isEmpty()) {
      return;
    }
    try (var statement = tx.prepareStatement(GRACE)) {
      statement.setArray(1, tx.createArrayOf("uuid", missed.stream().map(one -> one.plan().running().id()).toArray()));
      statement.setArray(2, tx.createArrayOf("date", missed.stream().map(one -> one.course() instanceof Course.Grace grace ? grace.until() : null).toArray()));
      statement.executeUpdate();
    }
  }

  private static void end(Connection tx, LocalDate day, List<PlanChange> over) throws SQLException {
    if (over.isEmpty()) {
      return;
    }
    try (var statement = tx.prepareStatement(END)) {
      statement.setObject(1, day);
      statement.setArray(2, tx.createArrayOf("uuid", over.stream().map(one -> one.plan().running().id()).toArray()));
      statement.setArray(3, tx.createArrayOf("text", over.stream().map(one -> one.ending().orElseThrow()).toArray()));
      statement.setArray(4, tx.createArrayOf("text", over.stream().map(PlanChange::sentence).toArray()));
      statement.executeUpdate();
    }
  }
}
