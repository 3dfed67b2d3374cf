package io.duly.intake;

import io.duly.intake.csv.Rows;
import io.duly.intake.reading.Field;
import io.duly.intake.rows.Note;
import io.duly.intake.rows.RowRefused;
import io.duly.intake.rows.RowText;
import io.duly.intake.stage.Staging;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Reads the rows of a file from top to bottom: good ones are staged, bad ones set aside whole. */
final class Feed {
  private final Setting setting;
  private final Staging staging;

  Feed(Setting setting, Staging staging) {
    this.setting = setting;
    this.staging = staging;
  }

  /** Stages the row at which the reader stands. */
  interface Reading {
    /** @throws RowRefused where it cannot be taken in */
    void take(UUID creditor, List<Note> notes) throws SQLException;
  }

  /** Reads all rows with a reading made for them, and returns that reading. */
  <R extends Reading> R run(Function<RowText, R> readings) throws IOException, SQLException {
    var plan = setting.plan();
    try (var rows = plan.open(read -> setting.progress().at("Reading", read, plan.source().size()))) {
      var row = new RowText(rows, plan.layout(), plan.styles());
      var reading = readings.apply(row);
      while (rows.next()) {
        take(rows, row, reading);
        staging.breathe();
      }
      staging.end();
      return reading;
    }
  }

  private void take(Rows rows, RowText row, Reading reading) throws SQLException {
    var creditor = setting.creditors().of(row.text(Field.CREDITOR));
    var notes = new ArrayList<Note>(0);
    try {
      row.requireWhole();
      reading.take(creditor.orElseThrow(() -> RowRefused.missing(Field.CREDITOR)).id().value(), notes);
      notes.forEach(staging::note);
    } catch (RowRefused refused) {
      var whose = creditor.orElse(setting.creditors().main()).id();
      staging.aside(whose.toString(), refused.on(rows.line()), rows.raw());
    }
  }
}
