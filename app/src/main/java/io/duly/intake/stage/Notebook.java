package io.duly.intake.stage;

import io.duly.database.CopyRows;
import io.duly.intake.rows.Note;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Notes on rows, and rows set aside, on their way to temporary tables; never more than a handful in memory. */
final class Notebook {
  private static final int MOST_NOTES = 20_000;
  private static final long MOST_TEXT = 4_000_000;

  private final List<Note> notes = new ArrayList<>();
  private final List<Aside> asides = new ArrayList<>();
  private long text;

  record Aside(String creditor, Note note, String raw) {}

  void note(Note note) {
    notes.add(note);
  }

  void aside(String creditor, Note note, String raw) {
    asides.add(new Aside(creditor, note, raw));
    text += raw.length();
  }

  boolean full() {
    return notes.size() + asides.size() >= MOST_NOTES || text >= MOST_TEXT;
  }

  void write(Connection connection) throws SQLException {
    try (var rows = CopyRows.into(connection, "pg_temp.note", "line", "field", "code", "message")) {
      for (var note : notes) {
        rows.row().int8(note.line()).text(note.field()).text(note.code()).text(note.message());
      }
      rows.end();
    }
    try (var rows = CopyRows.into(connection, "pg_temp.aside", "creditor", "line", "field", "code", "message", "raw")) {
      for (var aside : asides) {
        var note = aside.note();
        rows.row().text(aside.creditor()).int8(note.line()).text(note.field()).text(note.code()).text(note.message()).text(storable(aside.raw()));
      }
      rows.end();
    }
    notes.clear();
    asides.clear();
    text = 0;
  }

  /** PostgreSQL's text cannot hold a zero; its picture stands for it. */
  private static String storable(String raw) {
    return raw.replace('\0', '␀');
  }
}
