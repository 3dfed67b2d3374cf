package io.duly.cases;

import io.duly.journal.Journal;
import io.duly.journal.JournalEntry;
import io.duly.kernel.CaseId;
import io.duly.kernel.CreditorId;
import io.duly.kernel.Money;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.exception.DataAccessException;
import org.springframework.stereotype.Component;

/** The journal's lines of a change that touched many cases at once, as a file or a day's arrivals do (invariant 8). */
@Component
public final class CaseNews {
  private static final int CHUNK = 5_000;
  private final Journal journal;

  CaseNews(Journal journal) {
    this.journal = journal;
  }

  /**
   * Writes one line for each row whose debtor and currency have an open case.
   *
   * @param query SQL of the caller's own, yielding debtor_id, currency, kind, amount (minor units), sentence (the amount
   *     goes where it says {@code {amount}}) and facts (JSON)
   * @param values bound to its question marks
   */
  public void tell(DSLContext tx, Recorded by, String query, Object... values) {
    var sql =
        """
        select c.id, c.creditor_id, q.* from (%s) q
          join cases.recovery_case c on c.debtor_id = q.debtor_id and c.currency = q.currency and c.stage <> 'closed'
         order by c.id
        """
            .formatted(query);
    var entries = new ArrayList<JournalEntry>();
    try (var cursor = tx.resultQuery(sql, values).fetchSize(CHUNK).fetchLazy()) {
      for (Record row : cursor) {
        entries.add(entry(row, by));
        if (entries.size() == CHUNK) {
          write(tx, by, entries);
        }
      }
    }
    write(tx, by, entries);
  }

  private void write(DSLContext tx, Recorded by, List<JournalEntry> entries) {
    tx.connection(
        connection -> {
          try {
            journal.appendBulk(connection, by.recordedAt(), List.copyOf(entries));
          } catch (SQLException e) {
            throw new DataAccessException("The journal could not be written", e);
          }
        });
    entries.clear();
  }

  private static JournalEntry entry(Record row, Recorded by) {
    var amount = Money.ofMinor(row.get("amount", Long.class), row.get("currency", String.class));
    return new JournalEntry(
        new CaseId(row.get("id", UUID.class)),
        new CreditorId(row.get("creditor_id", UUID.class)),
        row.get("kind", String.class),
        by.occurredAt(),
        by.actor(),
        row.get("sentence", String.class).replace("{amount}", amount.toString()),
        row.get("facts", String.class),
        Optional.empty());
  }
}
