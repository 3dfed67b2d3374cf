package io.duly.intake.rows;

import io.duly.intake.reading.Codes;
import io.duly.intake.reading.Field;
import io.duly.intake.reading.Layout;
import io.duly.intake.reading.Words;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads debtors row by row. */
public final class DebtorRows {
  private final RowText row;
  private final FormulaLint formulas;

  public DebtorRows(RowText row, Layout layout) {
    this.row = row;
    this.formulas = new FormulaLint(layout);
  }

  /** @throws RowRefused where the row the reader stands at cannot be taken in */
  public DebtorFacts read(Consumer<Note> notes) {
    var debtor = DebtorFacts.of(row);
    if (debtor.name().isEmpty()) {
      throw RowRefused.missing(Field.DEBTOR_NAME);
    }
    formulas.check(row, notes);
    NumberLint.check(row, notes);
    unknown(Field.LANGUAGE, Codes::language, "is no language code such as de", notes);
    unknown(Field.DEBTOR_KIND, Words::debtorKind, "is no kind of customer such as company or consumer", notes);
    unknown(Field.BILLS_BY, Words::billsBy, "is no way of sending invoices such as paper or electronic", notes);
    return debtor;
  }

  private void unknown(Field field, Function<String, Optional<String>> known, String what, Consumer<Note> notes) {
    row.text(field)
        .filter(text -> known.apply(text).isEmpty())
        .ifPresent(text -> notes.accept(new Note(row.line(), field.word(), field.word() + "-unknown",
            "'" + RowText.shown(text) + "' " + what + "; left empty.")));
  }

  public long line() {
    return row.line();
  }
}
