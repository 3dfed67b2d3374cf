package io.duly.cycle;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** One chunk in one transaction: claim, read, decide, write. */
record ChunkWork(Deciding deciding, Conclusions conclusions, Instant now) {

  /** Claims a chunk of the day that nobody works on; empty where there is none. */
  OptionalInt claim(Connection tx) throws SQLException {
    return claim(tx, " skip locked");
  }

  /** Waits for those whom others work on: where one of them died, its chunk is claimed; empty when all is done. */
  OptionalInt claimOrWait(Connection tx) throws SQLException {
    return claim(tx, "");
  }

  Tally work(Connection tx, int chunk) throws SQLException {
    var portfolio = Portfolio.read(tx, Whose.ofChunk(deciding.day(), chunk), deciding.permission().holidays());
    var decided = new ArrayList<Outcome.Decided>();
    var failed = new ArrayList<Outcome.Failed>();
    for (var outcome : deciding.decide(portfolio, deciding.contactDays(tx, portfolio))) {
      switch (outcome) {
        case Outcome.Decided one -> decided.add(one);
        case Outcome.Failed one -> failed.add(one);
      }
    }
    var tally = write(tx, portfolio, decided, failed).plusFailed(failed.size());
    SetAside.keep(tx, deciding.day(), chunk, failed, now);
    finish(tx, chunk, tally);
    return tally;
  }

  /** What cannot be written together is written in halves, down to the account that is at fault: it is set aside. */
  private Tally write(
      Connection tx, Portfolio portfolio, List<Outcome.Decided> decided, List<Outcome.Failed> failed)
      throws SQLException {
    Savepoint before = tx.setSavepoint();
    try {
      var tally = conclusions.write(tx, deciding.day(), now, portfolio, decided);
      tx.releaseSavepoint(before);
      return tally;
    } catch (SQLException refused) {
      if (!Refusal.isOfTheData(refused)) {
        throw refused;
      }
      tx.rollback(before);
      if (decided.size() == 1) {
        failed.add(new Outcome.Failed(decided.getFirst().account(), Refusal.inWords(refused)));
        return Tally.NONE;
      }
      int half = decided.size() / 2;
      var first = write(tx, portfolio, decided.subList(0, half), failed);
      return first.plus(write(tx, portfolio, decided.subList(half, decided.size()), failed));
    }
  }

  private OptionalInt claim(Connection tx, String others) throws SQLException {
    var sql = "select no from cycle.chunk where day = ? and not done order by no limit 1 for update" + others;
    try (var statement = tx.prepareStatement(sql)) {
      statement.setObject(1, deciding.day());
      try (var rows = statement.executeQuery()) {
        return rows.next() ? OptionalInt.of(rows.getInt(1)) : OptionalInt.empty();
      }
    }
  }

  private void finish(Connection tx, int chunk, Tally tally) throws SQLException {
    var sql =
        """
        update cycle.chunk set done = true, debtors = '{}', cases = ?, decided = ?, messages = ?, tasks = ?, waiting = ?,
               failed = ? where day = ? and no = ?
        """;
    try (var statement = tx.prepareStatement(sql)) {
      statement.setInt(1, tally.decided() + tally.failed());
      statement.setInt(2, tally.decided());
      statement.setInt(3, tally.messages());
      statement.setInt(4, tally.tasks());
      statement.setInt(5, tally.waiting());
      statement.setInt(6, tally.failed());
      statement.setObject(7, deciding.day());
      statement.setInt(8, chunk);
      statement.executeUpdate();
    }
  }
}
