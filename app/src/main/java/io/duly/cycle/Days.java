package io.duly.cycle;

import io.duly.intake.Arrivals;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The business dates: which was run last, who works on which, and what of a day is left to do. */
@Component
final class Days {
  /** Keys of advisory locks: one for planning, one per day for those who work on it. */
  private static final String PLANNING = "hashtext('duly cycle planning')";
  private static final String WORKING = "hashtext('duly cycle day')";

  private final Arrivals arrivals;

  Days(Arrivals arrivals) {
    this.arrivals = arrivals;
  }

  /**
   * Begins a day, or joins it: lets arrive what arrives by then and plans the chunks, unless some are left to do.
   *
   * @return how many receipts arrived and how many chunks are to be done
   */
  Begun begin(Connection tx, LocalDate day, Instant now, Planning planning) throws SQLException {
    run(tx, "select pg_advisory_xact_lock(" + PLANNING + ")");
    refuseEarlier(tx, day);
    refuseBeside(tx, day);
    int arrived = arrive(tx, day);
    var values = "('" + day + "', '" + now + "', true)";
    boolean first = run(tx, "insert into cycle.day (day, started_at, planned) values " + values + " on conflict do nothing") > 0;
    if (first || left(tx, day) == 0) {
      planning.plan(tx, day, first);
    }
    return new Begun(arrived, left(tx, day));
  }

  record Begun(int receipts, int chunks) {}

  /** Most days nothing waits, and a replay has many days. */
  private int arrive(Connection tx, LocalDate day) throws SQLException {
    var waiting = "select arrives_on from intake.kept_back where arrived_at is null and arrives_on <= '" + day + "' limit 1";
    return date(tx, waiting).isPresent() ? Math.toIntExact(arrivals.release(tx, day).receipts()) : 0;
  }

  /** Notes that nothing of the day is left to do; false where that was noted before. */
  boolean finish(Connection tx, LocalDate day, Instant now) throws SQLException {
    return run(tx, "update cycle.day set finished_at = '" + now + "' where day = '" + day + "' and finished_at is null") > 0;
  }

  /** Holds the day for as long as the connection lives or until {@link #leave}: nobody runs another one meanwhile. */
  void enter(Connection session, LocalDate day) throws SQLException {
    run(session, "select pg_advisory_lock_shared(" + WORKING + ", " + day.toEpochDay() + ")");
  }

  void leave(Connection session, LocalDate day) throws SQLException {
    run(session, "select pg_advisory_unlock_shared(" + WORKING + ", " + day.toEpochDay() + ")");
  }

  boolean ranLast(Connection connection, LocalDate day) throws SQLException {
    return date(connection, "select day from cycle.day order by day desc limit 1").filter(day::equals).isPresent()
        && date(connection, "select day from cycle.day where finished_at is not null and day = '" + day + "'").isPresent();
  }

  private void refuseEarlier(Connection tx, LocalDate day) throws SQLException {
    var last = date(tx, "select max(day) from cycle.day");
    if (last.isPresent() && day.isBefore(last.get())) {
      throw NotThatDay.before(last.get(), day);
    }
  }

  /** What a crash left undone of another day is due on this one; but nobody may be at it still. */
  private void refuseBeside(Connection tx, LocalDate day) throws SQLException {
    var others = "select day from cycle.day where finished_at is null and day <> '" + day + "'";
    var lock = "pg_try_advisory_xact_lock(" + WORKING + ", day - date '1970-01-01')";
    var busy = date(tx, "select day from (" + others + ") o where not " + lock + " limit 1");
    if (busy.isPresent()) {
      throw NotThatDay.running(busy.get(), day);
    }
    run(tx, "delete from cycle.chunk where not done and day in (" + others + ")");
  }

  private static int left(Connection tx, LocalDate day) throws SQLException {
    try (var statement = tx.createStatement();
        var rows = statement.executeQuery("select count(*) from cycle.chunk where not done and day = '" + day + "'")) {
      return rows.next() ? rows.getInt(1) : 0;
    }
  }

  private static Optional<LocalDate> date(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      return rows.next() ? Optional.ofNullable(rows.getObject(1, LocalDate.class)) : Optional.empty();
    }
  }

  private static int run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      return statement.execute(sql) ? 0 : statement.getUpdateCount();
    }
  }
}
