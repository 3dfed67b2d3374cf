package io.duly.intake.rows;

import io.duly.intake.reading.Column;
import io.duly.intake.reading.Field;
import io.duly.intake.reading.Layout;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Text that a spreadsheet would run as a formula if it were exported as it is. It is kept as the text it is. */
final class FormulaLint {
  private final List<Column> columns;

  FormulaLint(Layout layout) {
    columns =
        Stream.of(Field.Type.TEXT, Field.Type.NUMBER).flatMap(type -> layout.columns(type).stream()).toList();
  }

  void check(RowText row, Consumer<Note> notes) {
    for (var column : columns) {
      if (runs(row.first(column)) && runs(row.cell(column.index()), column.field())) {
        notes.accept(new Note(row.line(), column.field().word(), "formula-like",
            "'" + RowText.shown(row.cell(column.index())) + "' begins like a formula. It is kept as text and never run; ask where it comes from."));
      }
    }
  }

  private static boolean runs(char first) {
    return first == '=' || first == '+' || first == '-' || first == '@';
  }

  private static boolean runs(String text, Field field) {
    boolean harmless = text.isEmpty() || !runs(text.charAt(0)) || text.length() == 1
        || ((field == Field.PHONE || field == Field.FAX) && text.matches("\\+[\\d ()/.-]+"));
    return !harmless;
  }
}
