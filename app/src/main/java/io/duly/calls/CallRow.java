package io.duly.calls;

import io.duly.kernel.CaseId;
import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.PersonId;
import io.duly.talk.CallOutcome;
import io.duly.talk.NextStep;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Reads calls. */
final class CallRow {
  /** Logins and names are looked up by a function, for the role of the desk does not see the table of people. */
  private static final String CALLS =
      """
      select k.*, c.number as case_number, w.login, w.name as caller_name, d.saved_at
        from calls.call k join cases.recovery_case c on c.id = k.case_id join calls.draft d on d.call_id = k.id
        cross join lateral calls.caller(k.caller_id) w
       where\s""";

  private CallRow() {}

  /** @param where a condition on {@code k} and the values of its places */
  static List<Call> all(DSLContext tx, String where, Object... values) {
    return tx.fetch(CALLS + where + " order by k.began_at, k.id", values).map(CallRow::call);
  }

  static Optional<Call> one(DSLContext tx, String where, Object... values) {
    return all(tx, where, values).stream().findFirst();
  }

  private static Call call(Record row) {
    return new Call(
        row.get("id", UUID.class), new CreditorId(row.get("creditor_id", UUID.class)), new DebtorId(row.get("debtor_id", UUID.class)),
        new CaseId(row.get("case_id", UUID.class)), row.get("case_number", Long.class),
        new Call.Caller(new PersonId(row.get("caller_id", UUID.class)), row.get("login", String.class), row.get("caller_name", String.class)),
        row.get("direction", String.class).equals("out"), text(row, "number"), Optional.ofNullable(row.get("contact_person_id", UUID.class)),
        at(row, "began_at").orElseThrow(), ZoneId.of(row.get("zone", String.class)), party(row), at(row, "heated_at"),
        Optional.ofNullable(row.get("contact_id", UUID.class)), at(row, "saved_at").orElseThrow(), ended(row));
  }

  private static Optional<Call.Party> party(Record row) {
    return at(row, "party_at").map(at -> new Call.Party(at, row.get("party_name", String.class), row.get("party_how", String.class)));
  }

  private static Optional<Call.Ended> ended(Record row) {
    return at(row, "ended_at").map(at -> new Call.Ended(
        at, CallOutcome.of(row.get("outcome", String.class)).orElseThrow(), NextStep.of(row.get("next_step", String.class)).orElseThrow(),
        row.get("next_on", LocalDate.class), text(row, "own_words"), text(row, "reading"), row.get("confirmed", Boolean.class), text(row, "note")));
  }

  private static Optional<String> text(Record row, String column) {
    return Optional.ofNullable(row.get(column, String.class));
  }

  private static Optional<Instant> at(Record row, String column) {
    return Optional.ofNullable(row.get(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
  }
}
