package io.duly.desk.worklist;

import io.duly.cases.Bulk;
import io.duly.identity.Person;
import io.duly.identity.Scope;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reads what somebody did to many cases at once. */
@Component
public final class BulkDone {
  private static final String ACT = "select act, done_at, undone_at from cases.bulk where id = ?";
  private static final String LINES =
      """
      select c.number, d.name as debtor, l.taken_back from cases.bulk_line l join cases.recovery_case c on c.id = l.case_id
        join parties.debtor d on d.id = c.debtor_id where l.bulk_id = ? order by c.number
      """;

  private final Scope scope;

  BulkDone(Scope scope) {
    this.scope = scope;
  }

  /** @param undone it was taken back; {@code until} when it still can be */
  public record Done(UUID id, String act, boolean undone, boolean open, Instant until, List<Line> lines) {}

  public record Line(long number, String debtor, boolean takenBack) {}

  public Optional<Done> read(Person person, UUID id, Instant now) {
    return scope.reading(person, scoped -> scoped.fetchOptional(ACT, id).map(row -> {
      var until = row.get("done_at", OffsetDateTime.class).toInstant().plus(Bulk.TAKEN_BACK_WITHIN);
      boolean undone = row.get("undone_at") != null;
      var lines = scoped.fetch(LINES, id).map(line -> new Line(line.get("number", Long.class), line.get("debtor", String.class), line.get("taken_back", Boolean.class)));
      return new Done(id, row.get("act", String.class), undone, !undone && now.isBefore(until), until, lines);
    }));
  }
}
