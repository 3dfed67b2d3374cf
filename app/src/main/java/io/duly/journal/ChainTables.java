package io.duly.journal;

import io.duly.kernel.CreditorId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The rows of entries and of chains' heads. */
final class ChainTables {
  private ChainTables() {}

  /** The chains that exist of these cases, each locked until the transaction ends, in the order of their ids. */
  static List<Chain> lock(Connection tx, List<UUID> cases) throws SQLException {
    var sql =
        """
        select case_id, creditor_id, entries, head from journal.chain
         where case_id = any (?) order by case_id for no key update
        """;
    try (var statement = tx.prepareStatement(sql)) {
      statement.setArray(1, tx.createArrayOf("uuid", cases.toArray()));
      var chains = new ArrayList<Chain>(cases.size());
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          var creditor = new CreditorId(rows.getObject(2, UUID.class));
          chains.add(new Chain(rows.getObject(1, UUID.class), creditor, rows.getInt(3), rows.getBytes(4)));
        }
      }
      return chains;
    }
  }

  /** Lets one writer at a time begin the chains of these cases; answers those that were begun meanwhile. */
  static List<Chain> lockNew(Connection tx, List<UUID> cases) throws SQLException {
    var sql = "select pg_advisory_xact_lock(hashtextextended(id::text, 0)) from unnest(?::uuid[]) id order by id";
    try (var statement = tx.prepareStatement(sql)) {
      statement.setArray(1, tx.createArrayOf("uuid", cases.toArray()));
      statement.execute();
    }
    return lock(tx, cases);
  }

  static void writeEntries(Connection tx, Instant recordedAt, List<Link> links) throws SQLException {
    var sql =
        """
        insert into journal.entry (case_id, seq, creditor_id, kind, occurred_at, recorded_at, actor, summary, body,
          document, prev_hash, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;
    try (var statement = tx.prepareStatement(sql)) {
      for (var link : links) {
        var entry = link.entry();
        statement.setObject(1, entry.caseId().value());
        statement.setInt(2, link.seq());
        statement.setObject(3, entry.creditorId().value());
        statement.setString(4, entry.kind());
        statement.setObject(5, entry.occurredAt().atOffset(ZoneOffset.UTC));
        statement.setObject(6, recordedAt.atOffset(ZoneOffset.UTC));
        statement.setString(7, entry.actor());
        statement.setString(8, entry.summary());
        statement.setString(9, entry.body());
        statement.setObject(10, entry.document().map(Sha256::bytes).orElse(null));
        statement.setBytes(11, link.prev());
        statement.setBytes(12, link.hash());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  static void writeHeads(Connection tx, Collection<Chain> chains) throws SQLException {
    var sql =
        """
        insert into journal.chain as c (case_id, creditor_id, entries, head) values (?, ?, ?, ?)
        """;
    var update = "update journal.chain set entries = ?, head = ? where case_id = ?";
    try (var insert = tx.prepareStatement(sql);
        var move = tx.prepareStatement(update)) {
      for (var chain : chains) {
        if (chain.isNew()) {
          insert.setObject(1, chain.caseId());
          insert.setObject(2, chain.creditorId().value());
          insert.setInt(3, chain.entries());
          insert.setBytes(4, chain.head());
          insert.addBatch();
        } else {
          move.setInt(1, chain.entries());
          move.setBytes(2, chain.head());
          move.setObject(3, chain.caseId());
          move.addBatch();
        }
      }
      insert.executeBatch();
      move.executeBatch();
    }
  }
}
