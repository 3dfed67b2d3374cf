package io.duly.intake;

import io.duly.intake.reading.Field;
import io.duly.intake.rows.Note;
import io.duly.intake.rows.RowText;
import io.duly.intake.stage.Staging;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;

/** Sets rows aside that turned out wrong only after all were staged; their text is read again. */
final class SetAside {
  private SetAside() {}

  /** @param why by the line on which the row begins */
  static void rows(Setting setting, Map<Long, Note> why, Staging staging) throws IOException, SQLException {
    if (why.isEmpty()) {
      return;
    }
    var plan = setting.plan();
    try (var rows = plan.open(_ -> {})) {
      var row = new RowText(rows, plan.layout(), plan.styles());
      while (rows.next()) {
        var note = why.get(rows.line());
        if (note != null) {
          var creditor = setting.creditors().of(row.text(Field.CREDITOR)).orElse(setting.creditors().main());
          staging.aside(creditor.id().toString(), note, rows.raw());
          staging.breathe();
        }
      }
    }
    staging.end();
  }
}
