package io.duly.intake.rows;

import io.duly.identifiers.Checked;
import io.duly.identifiers.Iban;
import io.duly.identifiers.VatId;
import io.duly.intake.reading.Field;
import java.util.function.Consumer;

/** Numbers in a row whose check digits tell that they were mistyped, how its customer cannot be reached, and what is said wrongly of their worth. */
final class NumberLint {
  private NumberLint() {}

  static void check(RowText row, Consumer<Note> notes) {
    row.text(Field.VAT_ID).ifPresent(text ->
        tell(row, Field.VAT_ID, text, VatId.check(text, Reachable.country(row)), "compare it with the customer's invoice", notes));
    row.text(Field.IBAN).filter(NumberLint::isMeantAsIban).ifPresent(text ->
        tell(row, Field.IBAN, text, Iban.check(text), "debtors cannot pay to it, compare it with the bank's paper", notes));
    Reachable.check(row, notes);
    Worth.check(row, notes);
  }

  /** Other accounts have the numbers of their banks, of which nothing is known to be wrong. */
  private static boolean isMeantAsIban(String text) {
    return Iban.looksLikeOne(text) || text.strip().matches("(?i)(IBAN\\b.*|[a-z]{2}\\d{2}.*)");
  }

  private static void tell(RowText row, Field field, String text, Checked checked, String then, Consumer<Note> notes) {
    checked.wrong().ifPresent(wrong -> notes.accept(new Note(row.line(), field.word(), field.word() + "-invalid",
        RowText.sentence(field) + " '" + RowText.shown(text) + "' " + wrong + "; " + then + ".")));
  }
}
