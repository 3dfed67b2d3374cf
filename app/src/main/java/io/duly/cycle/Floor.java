package io.duly.cycle;

import io.duly.bench.BenchDatabase;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.postgresql.PGConnection;

/**
 * What the database alone needs for a run's data on as many connections: to give out what the cycle reads, to take in by
 * COPY the rows that it wrote into tables of the same columns, primary keys and indexes, and to update as many cases by
 * a join. No foreign keys, no checks, no triggers, no decoding: less than any program could do with.
 */
final class Floor {
  private static final List<String> READ =
      List.of(
          CasesRead.CASES, CasesRead.HOLDS, CasesRead.DISPUTES, CasesRead.AGREED, CasesRead.PLANS, CasesRead.PROMISES,
          PartiesRead.DEBTORS, PartiesRead.PERSONS, PartiesRead.WISHES, LedgerRead.INVOICES, LedgerRead.UNALLOCATED, LedgerRead.CHARGES, LedgerRead.HISTORY,
          CorrespondenceRead.CONTACTS, CorrespondenceRead.DRAFTS);
  private static final List<String> WRITTEN =
      List.of(
          "cases.recovery_case", "cycle.decision", "correspondence.message", "cases.task", "cases.step_taken",
          "journal.entry", "journal.chain");

  private final BenchDatabase database;
  private final int connections;

  Floor(BenchDatabase database, int connections) {
    this.database = database;
    this.connections = connections;
  }

  /** Seconds to read the facts of all debtors, each connection a part of them. */
  double read(LocalDate day) throws Exception {
    var parts = new ArrayList<Whose>();
    try (var owner = database.owner();
        var statement = owner.createStatement();
        var rows = statement.executeQuery(
            "select (array_agg(id order by id))[1], (array_agg(id order by id desc))[1] from"
                + " (select id, ntile(" + connections + ") over (order by id) as part from parties.debtor) d group by part")) {
      while (rows.next()) {
        parts.add(Whose.between(day, rows.getObject(1, UUID.class), rows.getObject(2, UUID.class)));
      }
    }
    return together(parts, (connection, part) -> {
      for (var query : READ) {
        drain(connection, part.in(query));
      }
    });
  }

  /** Keeps the rows that the cycle wrote, to be written again; answers how many there are. */
  long keep(Path folder) throws SQLException, IOException {
    long rows = 0;
    try (var owner = database.owner()) {
      for (var table : WRITTEN) {
        long pages = pages(owner, table);
        for (int part = 0; part < connections; part++) {
          var range = "ctid >= '(%d,0)' and ctid < '(%d,0)'".formatted(pages * part / connections, pages * (part + 1) / connections);
          try (var file = new BufferedOutputStream(Files.newOutputStream(folder.resolve(table + part)), 1 << 20)) {
            var sql = "copy (select * from " + table + " where " + range + ") to stdout (format binary)";
            rows += owner.unwrap(PGConnection.class).getCopyAPI().copyOut(sql, file);
          }
        }
      }
    }
    return rows;
  }

  /** Seconds to copy the kept rows into empty tables of the same shape. */
  double copy(Path folder) throws Exception {
    try (var owner = database.owner();
        var statement = owner.createStatement()) {
      statement.execute("create schema floor");
      for (var table : WRITTEN) {
        statement.execute("create table " + floor(table) + " (like " + table + " including indexes including storage)");
      }
      statement.execute("checkpoint");
    }
    return together(java.util.stream.IntStream.range(0, connections).boxed().toList(), (connection, part) -> {
      for (var table : WRITTEN) {
        try (var file = Files.newInputStream(folder.resolve(table + part))) {
          var sql = "copy " + floor(table) + " from stdin (format binary)";
          connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, file, 1 << 16);
        }
      }
    });
  }

  /** Seconds to move as many cases by a join with what is to be written. */
  double update() throws Exception {
    try (var owner = database.owner();
        var statement = owner.createStatement()) {
      for (int part = 0; part < connections; part++) {
        statement.execute(
            """
            create table floor.moved%1$d as select id, stage, next_action, next_action_on + 1 as next_action_on,
              review_on + 1 as review_on, because, priority
              from (select *, ntile(%2$d) over (order by id) - 1 as part from floor.recovery_case) c where part = %1$d
            """
                .formatted(part, connections));
      }
      statement.execute("vacuum analyze floor.recovery_case");
      statement.execute("checkpoint");
    }
    return together(java.util.stream.IntStream.range(0, connections).boxed().toList(), (connection, part) -> {
      try (var statement = connection.createStatement()) {
        statement.execute(
            """
            update floor.recovery_case c set stage = m.stage, next_action = m.next_action, next_action_on = m.next_action_on,
                   review_on = m.review_on, because = m.because, priority = m.priority, touched = false
              from floor.moved%d m where c.id = m.id
            """
                .formatted(part));
      }
    });
  }

  private interface Work<P> {
    void in(Connection connection, P part) throws SQLException, IOException;
  }

  private <P> double together(List<P> parts, Work<P> work) throws Exception {
    var jobs = new ArrayList<Callable<Void>>();
    for (var part : parts) {
      jobs.add(() -> {
        try (var connection = database.owner()) {
          work.in(connection, part);
        }
        return null;
      });
    }
    long began = System.nanoTime();
    try (var pool = Executors.newFixedThreadPool(connections)) {
      for (var job : pool.invokeAll(jobs)) {
        job.get();
      }
    }
    return (System.nanoTime() - began) / 1e9;
  }

  private static void drain(Connection connection, String query) throws SQLException {
    var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy (" + query + ") to stdout (format binary)");
    while (copy.readFromCopy() != null) {
      // what comes is not looked at
    }
  }

  private static long pages(Connection connection, String table) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("select pg_relation_size('" + table + "') / 8192 + 1")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static String floor(String table) {
    return "floor." + table.substring(table.indexOf('.') + 1);
  }
}
