package io.duly.cycle;

import io.duly.database.CopiedRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads when debtors were contacted last and which drafts to them have not left. */
final class CorrespondenceRead {
  /** No gap between two steps is longer than a year, so that older contacts do not matter. */
  static final String CONTACTS =
      """
      select debtor_id, max(day), array_agg(day order by day) filter (where day > {day} - 30)
        from correspondence.contact
       where direction = 'out' and debtor_id {whose} and day between {day} - 400 and {day} group by debtor_id
      """;
  /**
   * The condition is written so that only the index by debtor fits it: after a quiet evening the statistics say that nothing
   * waits, and an index of all that waits seems to be as good while it grows by what the run itself drafts.
   */
  static final String DRAFTS =
      """
      select debtor_id, min(planned_on) filter (where purpose <> 'thanks'), bool_or(purpose = 'thanks') from correspondence.message
       where state || '' = 'checked' and debtor_id {whose} group by debtor_id
      """;

  private CorrespondenceRead() {}

  static void contacts(Connection tx, Whose whose, Debtors debtors) throws SQLException {
    try (var rows = CopiedRows.of(tx, whose.in(CONTACTS))) {
      while (rows.next()) {
        var debtor = debtors.the(rows.uuid());
        debtor.contacts(rows.date(), rows.dates());
      }
    }
  }

  static void drafts(Connection tx, Whose whose, Debtors debtors) throws SQLException {
    try (var rows = CopiedRows.of(tx, whose.in(DRAFTS))) {
      while (rows.next()) {
        var debtor = debtors.the(rows.uuid());
        debtor.pendingDraft = Optional.ofNullable(rows.dateOrNull());
        debtor.thanksWait = rows.bool();
      }
    }
  }
}
