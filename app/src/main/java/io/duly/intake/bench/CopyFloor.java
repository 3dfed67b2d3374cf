package io.duly.intake.bench;

import io.duly.bench.BenchDatabase;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/**
 * What the database alone needs for the invoices of a file: one COPY, in the database's own binary form, of the rows that
 * the import made of them, into an empty table with the same columns, primary key and indexes. Without foreign keys,
 * checks, triggers and row security, without the receipts and postings of what was paid, without reading a file.
 */
public final class CopyFloor {
  private final BenchDatabase database;

  public CopyFloor(BenchDatabase database) {
    this.database = database;
  }

  /**
   * Seconds for the invoices whose number begins as said.
   *
   * @param folder for the rows meanwhile
   */
  public double seconds(String prefix, Path folder) throws SQLException, IOException {
    var rows = folder.resolve("rows");
    try (var owner = database.owner()) {
      keep(owner, prefix, rows);
      return copied(owner, rows);
    }
  }

  private static void keep(Connection owner, String prefix, Path rows) throws SQLException, IOException {
    try (var statement = owner.createStatement();
        var file = new BufferedOutputStream(Files.newOutputStream(rows), 1 << 20)) {
      statement.execute("create schema floor");
      statement.execute("create table floor.invoice (like ledger.invoice including defaults including indexes including storage)");
      var sql = "copy (select * from ledger.invoice where number like '" + prefix + "%') to stdout (format binary)";
      owner.unwrap(PGConnection.class).getCopyAPI().copyOut(sql, file);
      statement.execute("checkpoint");
    }
  }

  private static double copied(Connection owner, Path rows) throws SQLException, IOException {
    long began = System.nanoTime();
    try (var file = Files.newInputStream(rows)) {
      owner.unwrap(PGConnection.class).getCopyAPI().copyIn("copy floor.invoice from stdin (format binary)", file, 1 << 16);
    }
    return (System.nanoTime() - began) / 1e9;
  }
}
