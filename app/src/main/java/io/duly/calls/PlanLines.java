package io.duly.calls;

import io.duly.cases.CannotRecord;
import io.duly.cases.CaseHead;
import io.duly.cases.Recorded;
import io.duly.kernel.CaseId;
import io.duly.kernel.IdSource;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What collectors add themselves to the plan of the next talk. */
@Component
public final class PlanLines {
  private static final int LONGEST = 500;

  private final IdSource ids;

  PlanLines(IdSource ids) {
    this.ids = ids;
  }

  /** @param by the actor */
  public record Line(UUID id, String words, String by) {}

  /** Those that are not struck out, the oldest first. */
  public List<Line> of(DSLContext tx, CaseId recovery) {
    return tx.fetch("select id, line, written_by from calls.plan_line where case_id = ? and struck_at is null order by written_at, id", recovery.value())
        .map(row -> new Line(row.get(0, UUID.class), row.get(1, String.class), row.get(2, String.class)));
  }

  /** @throws CannotRecord where it is empty or longer than 500 signs */
  public void add(DSLContext tx, CaseHead head, String words, Recorded by) {
    var line = words.replace("\0", "").strip();
    if (line.isEmpty() || line.length() > LONGEST) {
      throw new CannotRecord("A line of the plan has 1 to " + LONGEST + " signs.");
    }
    tx.execute(
        "insert into calls.plan_line (id, creditor_id, case_id, line, written_by, written_at) values (?, ?, ?, ?, ?, ?::timestamptz)",
        ids.next(), head.creditor().value(), head.id().value(), line, by.actor(), Calls.at(by.recordedAt()));
  }

  /** @throws CannotRecord where there is no such line */
  public void strike(DSLContext tx, CaseId recovery, UUID line, Recorded by) {
    int struck = tx.execute(
        "update calls.plan_line set struck_at = ?::timestamptz, struck_by = ? where id = ? and case_id = ? and struck_at is null",
        Calls.at(by.recordedAt()), by.actor(), line, recovery.value());
    if (struck == 0) {
      throw new CannotRecord("There is no such line any more.");
    }
  }
}
