package io.duly.intake.bench;

import io.duly.bench.BenchDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** How many rows of any table were added, changed or removed since a moment. */
public final class RowsChanged {
  private static final String TABLES =
      """
      select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r' and c.relpersistence = 'p' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
      """;

  private final BenchDatabase database;
  private final long transaction;
  private final long rows;

  private RowsChanged(BenchDatabase database, long transaction, long rows) {
    this.database = database;
    this.transaction = transaction;
    this.rows = rows;
  }

  /** From now on. */
  public static RowsChanged since(BenchDatabase database) throws SQLException {
    try (var owner = database.owner()) {
      long next = number(owner, "select pg_current_xact_id()::text::bigint");
      return new RowsChanged(database, next, sum(owner, "count(*)"));
    }
  }

  public long count() throws SQLException {
    try (var owner = database.owner()) {
      long written = sum(owner, "count(*) filter (where xmin::text::bigint > " + transaction + ")");
      return Math.max(written, rows - (sum(owner, "count(*)") - written));
    }
  }

  private static long sum(Connection owner, String count) throws SQLException {
    long sum = 0;
    for (var table : tables(owner)) {
      sum += number(owner, "select " + count + " from " + table);
    }
    return sum;
  }

  private static List<String> tables(Connection owner) throws SQLException {
    try (var statement = owner.createStatement();
        var rows = statement.executeQuery(TABLES)) {
      var tables = new ArrayList<String>();
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
      return tables;
    }
  }

  private static long number(Connection owner, String sql) throws SQLException {
    try (var statement = owner.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
