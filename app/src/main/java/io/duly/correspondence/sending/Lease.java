package io.duly.correspondence.sending;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * The number under which a process sends. It is held by an advisory lock of a session of its own: whoever is killed loses it
 * with its connection, and is known to be gone.
 */
final class Lease implements AutoCloseable {
  private static final String KEY = "hashtext('duly sending node')";

  private final Connection session;
  private final int node;

  private Lease(Connection session, int node) {
    this.session = session;
    this.node = node;
  }

  static Lease take(Connection session) throws SQLException {
    session.setAutoCommit(true);
    var sql = DSL.using(session, SQLDialect.POSTGRES);
    int node = sql.fetchSingle("select nextval('correspondence.sending_node')::int").get(0, Integer.class);
    sql.fetch("select pg_advisory_lock(" + KEY + ", ?)", node);
    return new Lease(session, node);
  }

  int node() {
    return node;
  }

  /** Those of these nodes whose process is gone; their numbers are never given out again. */
  static List<Integer> gone(DSLContext tx, List<Integer> nodes) {
    return nodes.stream()
        .filter(node -> tx.fetchSingle("select pg_try_advisory_xact_lock(" + KEY + ", ?)", node).get(0, Boolean.class))
        .toList();
  }

  @Override
  public void close() throws SQLException {
    try (session) {
      DSL.using(session, SQLDialect.POSTGRES).fetch("select pg_advisory_unlock(" + KEY + ", ?)", node);
    }
  }
}
