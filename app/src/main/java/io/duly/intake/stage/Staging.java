package io.duly.intake.stage;

import io.duly.database.CopyRows;
import io.duly.intake.rows.Note;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Fills a temporary table by COPY; notes and rows set aside go to theirs between two parts of the COPY. */
public final class Staging implements AutoCloseable {
  private final Connection connection;
  private final StagedTable table;
  private final Notebook notebook = new Notebook();
  private Optional<CopyRows> copy = Optional.empty();

  private Staging(Connection connection, StagedTable table) {
    this.connection = connection;
    this.table = table;
  }

  /** Makes the temporary tables; they go with the transaction. */
  public static Staging into(Connection connection, StagedTable table) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("create temp table incoming (" + table.definition() + ") on commit drop");
      // Most notes are of rows that bring something new; some are to be told anyhow.
      statement.execute(
          "create temp table note (line bigint, field text, code text, message text, anyhow boolean not null default false) on commit drop");
      statement.execute(
          "create temp table aside (creditor text, line bigint, field text, code text, message text, raw text) on commit drop");
    }
    return new Staging(connection, table);
  }

  /** The next row; write its cells in the table's order. */
  public CopyRows row() throws SQLException {
    if (copy.isEmpty()) {
      copy = Optional.of(CopyRows.into(connection, "pg_temp.incoming", table.columns()));
    }
    return copy.get().row();
  }

  public void note(Note note) {
    notebook.note(note);
  }

  /** @param creditor the code of its creditor, as far as it can be told */
  public void aside(String creditor, Note note, String raw) {
    notebook.aside(creditor, note, raw);
  }

  /** To be called between two rows. */
  public void breathe() throws SQLException {
    if (notebook.full()) {
      flush();
    }
  }

  /** Ends the rows; the database learns how many there are. */
  public void end() throws SQLException {
    flush();
    try (var statement = connection.createStatement()) {
      statement.execute("analyze incoming");
    }
  }

  private void flush() throws SQLException {
    if (copy.isPresent()) {
      copy.get().end();
      copy = Optional.empty();
    }
    notebook.write(connection);
  }

  @Override
  public void close() throws SQLException {
    if (copy.isPresent()) {
      copy.get().close();
    }
  }
}
