package io.duly.desk.casefile;

import static io.duly.database.jooq.cases.Tables.RECOVERY_CASE;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/** Another case of the same debtor: in another currency, or one that is closed. */
public record Related(long number, String currency, String stage, LocalDate openedOn, Optional<LocalDate> closedOn) {
  private static final int MOST = 10;

  /** The open ones first, then the latest. */
  static List<Related> to(DSLContext scoped, Headline head) {
    return scoped
        .select(RECOVERY_CASE.NUMBER, RECOVERY_CASE.CURRENCY, RECOVERY_CASE.STAGE, RECOVERY_CASE.OPENED_ON, RECOVERY_CASE.CLOSED_ON)
        .from(RECOVERY_CASE)
        .where(RECOVERY_CASE.DEBTOR_ID.eq(head.debtor().value()), RECOVERY_CASE.ID.ne(head.id().value()))
        .orderBy(RECOVERY_CASE.CLOSED_ON.isNull().desc(), RECOVERY_CASE.OPENED_ON.desc(), RECOVERY_CASE.NUMBER.desc())
        .limit(MOST)
        .fetch(row -> new Related(row.value1(), row.value2(), row.value3(), row.value4(), Optional.ofNullable(row.value5())));
  }
}
