package io.duly.journal;

import io.duly.database.CopyRows;
import io.duly.kernel.CreditorId;
import java.nio.ByteBuffer;
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
  private static final String[] ENTRY = {
    "case_id", "seq", "creditor_id", "kind", "occurred_at", "recorded_at", "actor", "summary", "body", "document",
    "prev_hash", "hash"
  };

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

  static void writeEntries(Connection tx, List<Link> links) throws SQLException {
    try (var rows = CopyRows.into(tx, "journal.entry", ENTRY)) {
      for (var link : links) {
        var entry = link.content();
        rows.row().uuid(entry.caseId()).int4(entry.seq()).uuid(link.creditor()).text(entry.kind());
        rows.instant(entry.occurredAt()).instant(entry.recordedAt()).text(entry.actor());
        rows.text(entry.summary()).text(entry.body()).bytes(entry.document().map(Sha256::bytes).orElse(null));
        rows.bytes(link.prev()).bytes(link.hash());
      }
      rows.end();
    }
  }

  static void beginChains(Connection tx, List<Chain> chains) throws SQLException {
    if (chains.isEmpty()) {
      return;
    }
    try (var rows = CopyRows.into(tx, "journal.chain", "case_id", "creditor_id", "entries", "head")) {
      for (var chain : chains) {
        rows.row().uuid(chain.caseId()).uuid(chain.creditorId().value()).int4(chain.entries()).bytes(chain.head());
      }
      rows.end();
    }
  }

  /** The heads travel as one value of 32 bytes each: an array of them would be sent as text. */
  static void moveHeads(Connection tx, List<Chain> chains) throws SQLException {
    if (chains.isEmpty()) {
      return;
    }
    var sql =
        """
        update journal.chain c set entries = m.entries, head = substring(? from (m.nth * 32 - 31)::int for 32)
          from unnest(?, ?) with ordinality m (case_id, entries, nth) where c.case_id = m.case_id
        """;
    try (var statement = tx.prepareStatement(sql)) {
      statement.setBytes(1, heads(chains));
      statement.setArray(2, tx.createArrayOf("uuid", chains.stream().map(Chain::caseId).toArray()));
      statement.setArray(3, tx.createArrayOf("int4", chains.stream().map(Chain::entries).toArray()));
      statement.executeUpdate();
    }
  }

  /** Sets the entries just written down for whoever wants to be told of them (docs/webhooks.md); costs one short question where nobody does. */
  static void tell(Connection tx, Collection<Chain> chains, Instant now) throws SQLException {
    var listeners = listeners(tx);
    if (listeners.webhooks()) {
      tell(tx, "select webhooks.tell(?, ?, ?)", chains, now);
    }
    if (listeners.accountManagers()) {
      tell(tx, "select correspondence.tell_account_managers(?, ?, ?)", chains, now);
    }
  }

  private static void tell(Connection tx, String how, Collection<Chain> chains, Instant now) throws SQLException {
    try (var statement = tx.prepareStatement(how)) {
      statement.setArray(1, tx.createArrayOf("uuid", chains.stream().map(Chain::caseId).toArray()));
      statement.setArray(2, tx.createArrayOf("int4", chains.stream().map(Chain::since).toArray()));
      statement.setObject(3, now.atOffset(ZoneOffset.UTC));
      statement.execute();
    }
  }

  private record Listeners(boolean webhooks, boolean accountManagers) {}

  private static Listeners listeners(Connection tx) throws SQLException {
    var sql =
        """
        select exists (select from webhooks.subscription where ended_at is null),
               exists (select from parties.debtor where account_manager_email is not null)
        """;
    try (var statement = tx.prepareStatement(sql); var rows = statement.executeQuery()) {
      rows.next();
      return new Listeners(rows.getBoolean(1), rows.getBoolean(2));
    }
  }

  private static byte[] heads(List<Chain> chains) {
    var heads = ByteBuffer.allocate(chains.size() * Sha256.LENGTH);
    chains.forEach(chain -> heads.put(chain.head()));
    return heads.array();
  }
}
