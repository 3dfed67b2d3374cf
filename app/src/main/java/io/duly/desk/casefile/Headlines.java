package io.duly.desk.casefile;

import static io.duly.database.jooq.cases.Tables.RECOVERY_CASE;
import static io.duly.database.jooq.cases.Tables.TASK;
import static io.duly.database.jooq.parties.Tables.CREDITOR;

import io.duly.kernel.CaseId;
import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Finds cases by the number that people use. */
final class Headlines {
  private Headlines() {}

  /** Empty where there is no such case, or none that the person may see. */
  static Optional<Headline> find(DSLContext scoped, long number) {
    return scoped
        .select(RECOVERY_CASE.fields())
        .select(CREDITOR.NAME, CREDITOR.TIME_ZONE, CREDITOR.CURRENCY)
        .select(TASK.WHY)
        .from(RECOVERY_CASE)
        .join(CREDITOR)
        .on(CREDITOR.ID.eq(RECOVERY_CASE.CREDITOR_ID))
        .leftJoin(TASK)
        .on(TASK.CASE_ID.eq(RECOVERY_CASE.ID), TASK.KIND.eq(RECOVERY_CASE.NEXT_ACTION), TASK.DONE_ON.isNull())
        .where(RECOVERY_CASE.NUMBER.eq(number))
        .fetchOptional(Headlines::headline);
  }

  private static Headline headline(Record row) {
    return new Headline(
        new CaseId(row.get(RECOVERY_CASE.ID)),
        row.get(RECOVERY_CASE.NUMBER),
        new CreditorId(row.get(RECOVERY_CASE.CREDITOR_ID)),
        row.get(CREDITOR.NAME),
        ZoneId.of(row.get(CREDITOR.TIME_ZONE)),
        row.get(CREDITOR.CURRENCY),
        new DebtorId(row.get(RECOVERY_CASE.DEBTOR_ID)),
        Currency.getInstance(row.get(RECOVERY_CASE.CURRENCY)),
        row.get(RECOVERY_CASE.STAGE),
        row.get(RECOVERY_CASE.OPENED_ON),
        Optional.ofNullable(row.get(RECOVERY_CASE.CLOSED_ON))
            .map(on -> new Headline.Closure(on, row.get(RECOVERY_CASE.CLOSED_WHY))),
        row.get(RECOVERY_CASE.CLOSED_ON) == null ? Optional.of(next(row)) : Optional.empty(),
        row.get(RECOVERY_CASE.TOUCHED));
  }

  /** Where a task is what comes next, the task says why; elsewhere the decision does. */
  private static Headline.Next next(Record row) {
    return new Headline.Next(
        row.get(RECOVERY_CASE.NEXT_ACTION),
        row.get(RECOVERY_CASE.NEXT_ACTION_ON),
        row.get(RECOVERY_CASE.REVIEW_ON),
        Optional.ofNullable(row.get(TASK.WHY)).orElse(row.get(RECOVERY_CASE.BECAUSE)));
  }
}
