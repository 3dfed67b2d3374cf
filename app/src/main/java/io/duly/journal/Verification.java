package io.duly.journal;

import io.duly.database.CopiedRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/**
 * Reads the whole journal and recomputes it (P25): that each chain is gapless from its first entry, that each entry is
 * what its hash says and follows the one before, that it ends where its head says, that documents are what their hashes
 * say. Sees the journal as of one moment while others write; holds one entry at a time.
 */
@Component
public final class Verification {
  private static final UUID FIRST = new UUID(0, 0);
  private static final UUID LAST = new UUID(-1, -1);

  private final DataSource database;

  Verification(DataSource database) {
    this.database = database;
  }

  /** @throws SQLException where the database does not answer */
  public Verified verify() throws SQLException {
    try (var here = Snapshot.begin(database);
        var beside = here.another(database)) {
      var middle = middle(here.connection());
      var read = bothHalves(here, beside, middle);
      return read.plus(Leftovers.check(here.connection()));
    }
  }

  private static Verified bothHalves(Snapshot here, Snapshot beside, UUID middle) throws SQLException {
    try (var other = Executors.newSingleThreadExecutor()) {
      var upper = other.submit(() -> part(beside.connection(), "between '" + middle + "' and '" + LAST + "'"));
      var lower = part(here.connection(), ">= '" + FIRST + "' and e.case_id < '" + middle + "'");
      return lower.plus(upper.get());
    } catch (ExecutionException e) {
      throw new SQLException("Half of the journal could not be read", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException("Interrupted while the journal was read", e);
    }
  }

  private static Verified part(Connection connection, String cases) throws SQLException {
    var sql =
        """
        select e.case_id, e.seq, e.kind, e.occurred_at, e.recorded_at, e.actor, e.summary, e.body,
               coalesce(e.document, ''), e.prev_hash, e.hash, e.creditor_id is not distinct from c.creditor_id
               or c.case_id is null, coalesce(c.entries, 0), coalesce(c.head, '')
          from journal.entry e left join journal.chain c on c.case_id = e.case_id
         where e.case_id %s order by e.case_id, e.seq
        """
            .formatted(cases);
    var chains = new ChainReader();
    try (var rows = CopiedRows.of(connection, sql)) {
      while (rows.next()) {
        chains.next(content(rows), rows.bytes(), rows.bytes(), rows.bool(), rows.int4(), rows.bytes());
      }
    }
    return chains.end();
  }

  private static Content content(CopiedRows rows) {
    return new Content(
        rows.uuid(),
        rows.int4(),
        rows.text(),
        rows.instant(),
        rows.instant(),
        rows.text(),
        rows.text(),
        rows.text(),
        Optional.of(rows.bytes()).filter(bytes -> bytes.length > 0).map(Sha256::ofDigest));
  }

  private static UUID middle(Connection connection) throws SQLException {
    var sql =
        """
        select case_id from journal.chain order by case_id
        offset (select count(*) / 2 from journal.chain) limit 1
        """;
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getObject(1, UUID.class) : LAST;
    }
  }
}
