package io.duly.agreements;

import static io.duly.database.jooq.agreements.Tables.PLAN;
import static io.duly.database.jooq.agreements.Tables.PROMISE;

import io.duly.cases.CannotRecord;
import io.duly.cases.CaseHead;
import io.duly.cases.CaseJournal;
import io.duly.cases.Recorded;
import io.duly.kernel.CaseId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.IdSource;
import io.duly.kernel.Money;
import io.duly.kernel.PromiseId;
import io.duly.ledger.Ledger;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Promises (P34). One runs per case; a new one takes the place of the one before. */
@Component
public final class Promises {
  private static final String END_PLAN =
      "update agreements.plan set ended_on = ?::date, ended = 'superseded', ended_why = 'something else was agreed' where case_id = ? and ended_on is null returning id";

  private final CaseJournal cases;
  private final Ledger ledger;
  private final IdSource ids;

  Promises(CaseJournal cases, Ledger ledger, IdSource ids) {
    this.cases = cases;
    this.ledger = ledger;
    this.ids = ids;
  }

  /**
   * Records that the debtor promised an amount by a day. While it runs nobody is contacted; a promise that still runs is
   * superseded.
   *
   * @param amount above zero, at most what is open in the case on the business date, charges among it
   * @param dueOn not before the business date
   * @param ownWords how the debtor said it
   * @throws CannotRecord where that is not so, or the case is unknown or closed
   */
  public PromiseId record(
      DSLContext tx, CaseId id, Money amount, LocalDate dueOn, Optional<String> ownWords, Recorded by) {
    var head = cases.open(tx, id);
    require(tx, head, amount, dueOn, by.on());
    if (planRuns(tx, id)) {
      throw new CannotRecord("A plan runs in case " + head.number() + ": agree it anew, or end it, before something else is promised.");
    }
    supersede(tx, head, by);
    var promise = ids.next();
    tx.insertInto(PROMISE)
        .set(PROMISE.ID, promise)
        .set(PROMISE.CREDITOR_ID, head.creditor().value())
        .set(PROMISE.CASE_ID, id.value())
        .set(PROMISE.DEBTOR_ID, head.debtor().value())
        .set(PROMISE.CURRENCY, amount.currency().getCurrencyCode())
        .set(PROMISE.AMOUNT, amount.minor())
        .set(PROMISE.MADE_ON, by.on())
        .set(PROMISE.DUE_ON, dueOn)
        .set(PROMISE.OWN_WORDS, ownWords.orElse(null))
        .set(PROMISE.RECORDED_BY, by.actor())
        .set(PROMISE.RECORDED_AT, by.recordedAt().atOffset(ZoneOffset.UTC))
        .execute();
    var facts =
        Map.of(
            "promise", promise.toString(),
            "amount", amount.plain(),
            "currency", amount.currency().getCurrencyCode(),
            "dueOn", dueOn.toString(),
            "ownWords", ownWords.orElse(""));
    cases.write(tx, List.of(head), "promise-made", "Promise of " + amount + " by " + dueOn, facts, by);
    return new PromiseId(promise);
  }

  /** Ends the promise and the plan that run in a case because something else was agreed; answers whether one ran. */
  public boolean supersede(DSLContext tx, CaseId id, Recorded by) {
    var head = cases.head(tx, id);
    var planned = tx.fetchOptional(END_PLAN, by.on(), id.value());
    planned.ifPresent(plan -> cases.write(
        tx, List.of(head), "plan-ended", "The plan is ended: something else was agreed.", Map.of("plan", plan.get(0, UUID.class).toString()), by));
    return supersede(tx, head, by) || planned.isPresent();
  }

  /** Ends the instalment that runs, with its plan or because that is agreed anew; the journal is told of the plan. */
  void endRunning(DSLContext tx, CaseHead head, Recorded by) {
    tx.update(PROMISE)
        .set(PROMISE.OUTCOME, word(PromiseOutcome.SUPERSEDED))
        .set(PROMISE.JUDGED_ON, by.on())
        .where(PROMISE.CASE_ID.eq(head.id().value()))
        .and(PROMISE.OUTCOME.isNull())
        .execute();
  }

  private static boolean planRuns(DSLContext tx, CaseId id) {
    return tx.fetchExists(DSL.selectOne().from(PLAN).where(PLAN.CASE_ID.eq(id.value())).and(PLAN.ENDED_ON.isNull()));
  }

  /** The promise that runs in a case. */
  public Optional<Promise> running(DSLContext tx, CaseId id) {
    return promises(tx, PROMISE.CASE_ID.eq(id.value()).and(PROMISE.OUTCOME.isNull())).stream().findFirst();
  }

  /** The promises that run and are due by the end of a day, the soonest first. */
  public List<Promise> due(DSLContext tx, LocalDate day) {
    return promises(tx, PROMISE.OUTCOME.isNull().and(PROMISE.DUE_ON.le(day))).reversed();
  }

  /** How the debtor has kept promises to this creditor; without those of what turned out not to be owed (P09). */
  public TrackRecord trackRecord(DSLContext tx, DebtorId debtor) {
    return new TrackRecord(promises(tx, PROMISE.DEBTOR_ID.eq(debtor.value()).and(PROMISE.OUTCOME.isNotNull())
                .and(DSL.condition("not exists (select from corrections.promise_not_owed n where n.id = {0})", PROMISE.ID))));
  }

  private boolean supersede(DSLContext tx, CaseHead head, Recorded by) {
    var ended =
        tx.update(PROMISE)
            .set(PROMISE.OUTCOME, word(PromiseOutcome.SUPERSEDED))
            .set(PROMISE.JUDGED_ON, by.on())
            .where(PROMISE.CASE_ID.eq(head.id().value()))
            .and(PROMISE.OUTCOME.isNull())
            .returning()
            .fetchOptional(Promises::promise);
    ended.ifPresent(
        promise ->
            cases.write(
                tx,
                List.of(head),
                "promise-superseded",
                "Promise of " + promise.amount() + " by " + promise.dueOn() + " is superseded",
                Map.of("promise", promise.id().toString()),
                by));
    return ended.isPresent();
  }

  private void require(DSLContext tx, CaseHead head, Money amount, LocalDate dueOn, LocalDate today) {
    var open = ledger.openBalance(tx, head.debtor(), head.currency(), today).plus(Covered.of(tx, head, today).charges());
    if (!amount.currency().equals(head.currency())) {
      throw new CannotRecord("Case " + head.number() + " is in " + head.currency() + ", not " + amount.currency() + ".");
    }
    if (!amount.isPositive() || amount.compareTo(open) > 0) {
      throw new CannotRecord("Of case " + head.number() + " " + open + " is open; a promise lies between zero and that.");
    }
    if (dueOn.isBefore(today)) {
      throw new CannotRecord("The promise would be due on " + dueOn + ", before today, " + today + ".");
    }
  }

  private static List<Promise> promises(DSLContext tx, Condition condition) {
    return tx.selectFrom(PROMISE)
        .where(condition)
        .orderBy(PROMISE.DUE_ON.desc(), PROMISE.ID.desc())
        .fetch(Promises::promise);
  }

  private static Promise promise(Record row) {
    return new Promise(
        new PromiseId(row.get(PROMISE.ID)),
        new CaseId(row.get(PROMISE.CASE_ID)),
        Money.ofMinor(row.get(PROMISE.AMOUNT), row.get(PROMISE.CURRENCY)),
        row.get(PROMISE.MADE_ON),
        row.get(PROMISE.DUE_ON),
        Optional.ofNullable(row.get(PROMISE.OWN_WORDS)),
        Optional.ofNullable(row.get(PROMISE.OUTCOME))
            .map(outcome -> PromiseOutcome.valueOf(outcome.toUpperCase(Locale.ROOT))));
  }

  private static String word(PromiseOutcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT);
  }
}
