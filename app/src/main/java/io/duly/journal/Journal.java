package io.duly.journal;

import static io.duly.database.jooq.journal.Tables.ENTRY;

import io.duly.kernel.CaseId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Writes the journal. Entries are added within the caller's transaction, so that no change of a case is kept without its
 * line (invariant 8), and no line without its change. Writers of one case wait for each other.
 */
@Component
public final class Journal {

  /**
   * Adds entries, each at the end of its case's chain, in the order of the list.
   *
   * @param recordedAt when they are written down, of the years 1 to 9999
   */
  public void append(DSLContext tx, Instant recordedAt, List<JournalEntry> entries) {
    tx.connection(connection -> write(connection, recordedAt, entries, true));
  }

  /**
   * Adds many entries at once, each at the end of its case's chain, in the order of the list. Costs six
   * statements at most, however many entries there are.
   *
   * @param recordedAt when they are written down, of the years 1 to 9999
   * @throws SQLException with state 23505 where another transaction began one of the chains meanwhile; nothing is kept
   *     then once the caller has rolled back, and the same call succeeds afterwards
   */
  public void appendBulk(Connection tx, Instant recordedAt, List<JournalEntry> entries) throws SQLException {
    write(tx, recordedAt, entries, false);
  }

  /**
   * The lines of a case, the latest first.
   *
   * @param most how many at most, &gt; 0
   */
  public List<WrittenEntry> latest(DSLContext tx, CaseId caseId, int most) {
    return EntryRow.select(tx)
        .where(ENTRY.CASE_ID.eq(caseId.value()))
        .orderBy(ENTRY.SEQ.desc())
        .limit(most)
        .fetch(EntryRow::of);
  }

  private static void write(Connection tx, Instant recordedAt, List<JournalEntry> entries, boolean alone)
      throws SQLException {
    if (entries.isEmpty()) {
      return;
    }
    var now = JournalEntry.kept(recordedAt);
    var chains = chains(tx, entries, alone);
    ChainTables.writeEntries(tx, links(now, entries, chains));
    ChainTables.beginChains(tx, chains.values().stream().filter(Chain::isNew).toList());
    ChainTables.moveHeads(tx, chains.values().stream().filter(chain -> !chain.isNew()).toList());
    ChainTables.tell(tx, chains.values(), now);
  }

  private static Map<UUID, Chain> chains(Connection tx, List<JournalEntry> entries, boolean alone)
      throws SQLException {
    var cases = entries.stream().map(JournalEntry::caseId).map(CaseId::value).distinct().toList();
    var chains = new TreeMap<UUID, Chain>();
    ChainTables.lock(tx, cases).forEach(chain -> chains.put(chain.caseId(), chain));
    if (alone && chains.size() < cases.size()) {
      var missing = cases.stream().filter(one -> !chains.containsKey(one)).toList();
      ChainTables.lockNew(tx, missing).forEach(chain -> chains.put(chain.caseId(), chain));
    }
    return chains;
  }

  private static List<Link> links(Instant now, List<JournalEntry> entries, Map<UUID, Chain> chains) {
    var form = new CanonicalForm();
    var links = new ArrayList<Link>(entries.size());
    for (var entry : entries) {
      var chain = chains.computeIfAbsent(
              entry.caseId().value(), one -> Chain.begun(one, entry.creditorId()));
      links.add(chain.add(entry, now, form));
    }
    return links;
  }
}
