package io.duly.banking.cash;

import io.duly.bench.BenchDatabase;
import io.duly.kernel.CreditorId;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;

/** What the database alone needs to give out all that matching reads, and to take in by COPY the rows that it wrote. */
final class BenchFloor {
  private static final List<String> WRITTEN =
      List.of("ledger.posting", "ledger.receipt_candidate", "banking.matched", "banking.proposal", "banking.proposal_part", "banking.payer_account", "journal.entry",
          "journal.chain");

  private final BenchDatabase database;

  BenchFloor(BenchDatabase database) {
    this.database = database;
  }

  double read(CreditorId creditor) throws SQLException {
    long began = System.nanoTime();
    try (var owner = database.owner()) {
      drain(owner, BookRead.DEBTORS.formatted(creditor.value()));
      drain(owner, BookRead.INVOICES.formatted(creditor.value(), BenchLedger.DAY.minusDays(120)));
      drain(owner, "select e.*, r.amount from banking.unseen n join banking.entry e on e.id = n.entry_id join ledger.receipt r on r.id = e.receipt_id");
    }
    return (System.nanoTime() - began) / 1e9;
  }

  private static void drain(Connection connection, String query) throws SQLException {
    var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy (" + query + ") to stdout (format binary)");
    while (copy.readFromCopy() != null) {
      // what comes is not looked at
    }
  }

  /** Keeps the rows that were written, to be written again; answers how many. */
  long keep(Path folder) throws SQLException, IOException {
    long rows = 0;
    try (var owner = database.owner()) {
      for (var table : WRITTEN) {
        try (var file = new BufferedOutputStream(Files.newOutputStream(folder.resolve(table)), 1 << 20)) {
          rows += owner.unwrap(PGConnection.class).getCopyAPI().copyOut("copy (select * from " + table + ") to stdout (format binary)", file);
        }
      }
    }
    return rows;
  }

  /** Seconds to copy them into empty tables of the same shape. */
  double copy(Path folder) throws SQLException, IOException {
    try (var owner = database.owner();
        var statement = owner.createStatement()) {
      statement.execute("create schema floor");
      for (var table : WRITTEN) {
        statement.execute("create table " + floor(table) + " (like " + table + " including indexes including storage)");
      }
      statement.execute("checkpoint");
      long began = System.nanoTime();
      for (var table : WRITTEN) {
        try (var file = Files.newInputStream(folder.resolve(table))) {
          owner.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + floor(table) + " from stdin (format binary)", file, 1 << 16);
        }
        Files.delete(folder.resolve(table));
      }
      return (System.nanoTime() - began) / 1e9;
    }
  }

  private static String floor(String table) {
    return "floor." + table.substring(table.indexOf('.') + 1);
  }
}
