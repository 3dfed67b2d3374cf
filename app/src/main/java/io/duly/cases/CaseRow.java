package io.duly.cases;

import static io.duly.database.jooq.cases.Tables.RECOVERY_CASE;
import static io.duly.database.jooq.cases.Tables.TASK;
import static io.duly.database.jooq.ledger.Tables.INVOICE;
import static io.duly.database.jooq.ledger.Tables.POSTING;
import static io.duly.database.jooq.parties.Tables.CREDITOR;
import static io.duly.database.jooq.parties.Tables.DEBTOR;

import io.duly.kernel.CaseId;
import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.Money;
import io.duly.strategy.NextAction;
import io.duly.strategy.Stage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** A row of the case query, with the names of both sides and the balance of a day. */
final class CaseRow {
  private static final String OPEN = "open_balance";
  private static final String WHY = "why_next";

  private CaseRow() {}

  /** Where a task is what comes next, the task says why; elsewhere the decision does. */
  static Field<String> because() {
    var task =
        DSL.select(TASK.WHY)
            .from(TASK)
            .where(TASK.CASE_ID.eq(RECOVERY_CASE.ID), TASK.KIND.eq(RECOVERY_CASE.NEXT_ACTION), TASK.DONE_ON.isNull());
    return DSL.coalesce(DSL.field(task), RECOVERY_CASE.BECAUSE).as(WHY);
  }

  /** What the debtor owed in the case's currency at the end of a day, in minor units. */
  static Field<BigDecimal> openBalance(LocalDate day) {
    var issued =
        DSL.select(DSL.coalesce(DSL.sum(INVOICE.GROSS), DSL.inline(BigDecimal.ZERO)))
            .from(INVOICE)
            .where(INVOICE.DEBTOR_ID.eq(RECOVERY_CASE.DEBTOR_ID))
            .and(INVOICE.CURRENCY.eq(RECOVERY_CASE.CURRENCY))
            .and(INVOICE.ISSUED_ON.le(day));
    var settled =
        DSL.select(DSL.coalesce(DSL.sum(POSTING.AMOUNT), DSL.inline(BigDecimal.ZERO)))
            .from(POSTING)
            .where(POSTING.DEBTOR_ID.eq(RECOVERY_CASE.DEBTOR_ID))
            .and(POSTING.CURRENCY.eq(RECOVERY_CASE.CURRENCY))
            .and(POSTING.EFFECTIVE_ON.le(day));
    return DSL.field(issued).minus(DSL.field(settled)).as(OPEN);
  }

  static CaseView view(Record row, List<Hold> ofDebtor) {
    var id = new CaseId(row.get(RECOVERY_CASE.ID));
    return new CaseView(
        id,
        row.get(RECOVERY_CASE.NUMBER),
        new CreditorId(row.get(RECOVERY_CASE.CREDITOR_ID)),
        row.get(CREDITOR.NAME),
        new DebtorId(row.get(RECOVERY_CASE.DEBTOR_ID)),
        row.get(DEBTOR.NAME),
        Words.read(Stage.class, row.get(RECOVERY_CASE.STAGE)),
        row.get(RECOVERY_CASE.OPENED_ON),
        Money.ofMinor(row.get(OPEN, BigDecimal.class).longValueExact(), row.get(RECOVERY_CASE.CURRENCY)),
        ofDebtor.stream().filter(hold -> hold.onCase().isEmpty() || hold.onCase().get().equals(id)).toList(),
        next(row),
        Optional.ofNullable(row.get(RECOVERY_CASE.REVIEW_ON)),
        Optional.ofNullable(row.get(WHY, String.class)),
        closure(row));
  }

  private static Optional<NextAction> next(Record row) {
    return Optional.ofNullable(row.get(RECOVERY_CASE.NEXT_ACTION))
        .filter(action -> row.get(RECOVERY_CASE.CLOSED_ON) == null)
        .map(kind -> new NextAction(Words.read(NextAction.Kind.class, kind), row.get(RECOVERY_CASE.NEXT_ACTION_ON)));
  }

  private static Optional<CaseView.Closure> closure(Record row) {
    return Optional.ofNullable(row.get(RECOVERY_CASE.CLOSED_ON))
        .map(on -> new CaseView.Closure(on, row.get(RECOVERY_CASE.CLOSED_WHY)));
  }
}
