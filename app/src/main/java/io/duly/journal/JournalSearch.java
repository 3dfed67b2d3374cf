package io.duly.journal;

import io.duly.kernel.CaseId;
import io.duly.kernel.CreditorId;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/**
 * Finds entries by their words and by those of their documents (P24), the latest first. Words are read as people write
 * them: {@code "bank details" changed}, {@code -paid}, {@code goods or delivery}. What the daily cycle wrote itself is
 * found through its case, not here.
 */
@Component
public final class JournalSearch {

  /**
   * Searches for a person who signed in: among the creditors of the transaction's scope.
   *
   * @param tx a transaction of role duly_desk
   * @param most how many at most, &gt; 0
   */
  public List<Found> inScope(DSLContext tx, String words, int most) {
    return tx.fetch("select * from journal.search_in_scope(?, ?)", searchable(words), most).map(JournalSearch::found);
  }

  /**
   * Searches for a command.
   *
   * @param creditors those to search among; none for all
   * @param most how many at most, &gt; 0
   */
  public List<Found> among(DSLContext tx, List<CreditorId> creditors, String words, int most) {
    var ids = creditors.stream().map(CreditorId::value).toArray(UUID[]::new);
    var sql = "select * from journal.search(?, nullif(?::uuid[], '{}'), ?)";
    return tx.fetch(sql, searchable(words), ids, most).map(JournalSearch::found);
  }

  /**
   * Searches documents for a person who signed in, the nearest first: by what is in them and, slips of the pen forgiven, by their names.
   *
   * @param tx a transaction of role duly_desk
   * @param most how many at most, &gt; 0
   */
  public List<FoundDocument> documentsInScope(DSLContext tx, String words, int most) {
    return tx.fetch("select * from journal.documents_in_scope(?, ?)", searchable(words), most)
        .map(row -> new FoundDocument(
            new CaseId(row.get("case_id", UUID.class)), row.get("seq", Integer.class), row.get("occurred_at", OffsetDateTime.class).toInstant(),
            row.get("document_name", String.class), row.get("excerpt", String.class)));
  }

  private static String searchable(String words) {
    return words.replace('\0', ' ');
  }

  private static Found found(Record row) {
    return new Found(
        new CaseId(row.get("case_id", UUID.class)),
        row.get("seq", Integer.class),
        row.get("kind", String.class),
        row.get("occurred_at", OffsetDateTime.class).toInstant(),
        row.get("recorded_at", OffsetDateTime.class).toInstant(),
        row.get("actor", String.class),
        row.get("summary", String.class),
        Optional.ofNullable(row.get("document_name", String.class)),
        row.get("excerpt", String.class));
  }
}
