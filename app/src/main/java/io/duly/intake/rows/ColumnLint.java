package io.duly.intake.rows;

import static io.duly.intake.reading.Field.DUE_ON;
import static io.duly.intake.reading.Field.IBAN;
import static io.duly.intake.reading.Field.ISSUED_ON;
import static io.duly.intake.reading.Field.ORDER_NUMBER;
import static io.duly.intake.reading.Field.PAYMENT_REFERENCE;
import static io.duly.intake.reading.Field.TAX;
import static io.duly.intake.reading.Field.TERMS;

import io.duly.intake.reading.Field;
import io.duly.intake.reading.Kind;
import io.duly.intake.reading.Layout;
import java.util.ArrayList;
import java.util.List;

/** What a whole file does not say: one sentence per column that is missing (P03), and what became of the other columns. */
public final class ColumnLint {
  private final List<Note> notes = new ArrayList<>();
  private final Layout layout;

  private ColumnLint(Layout layout) {
    this.layout = layout;
  }

  public static List<Note> of(Layout layout) {
    var lint = new ColumnLint(layout);
    lint.columns();
    if (layout.kind() == Kind.INVOICES) {
      lint.invoices();
    }
    return lint.notes;
  }

  private void columns() {
    if (!layout.unknown().isEmpty()) {
      add("", "columns-not-known", "Not understood and left out: " + shown(layout.unknown())
          + ". Say in a --map file what they are, or ignore.");
    }
    if (!layout.second().isEmpty()) {
      add("", "columns-not-needed", "Left out, for another column says the same: " + shown(layout.second())
          + ". Say in a --map file if another one is to count.");
    }
    if (!layout.has(Field.DEBTOR_NUMBER) && layout.has(Field.DEBTOR_NAME)) {
      add(Field.DEBTOR_NUMBER.word(), "no-customer-number", "No column has customer numbers; customers are told apart by their names.");
    }
  }

  private void invoices() {
    missing(DUE_ON, "no-due-date", "No column has due dates; they were reckoned from the issue dates by the terms of trade in force, with 30 days where none say it."
        + " Print one on each invoice.");
    missing(ISSUED_ON, "no-issue-date", "No column has issue dates; they were reckoned back from the due dates by the terms of trade in force, with 30 days where none say it.");
    missing(TERMS, "no-terms", "No column names the terms; interest and costs can only be charged under terms that were agreed.");
    missing(ORDER_NUMBER, "no-order-number", "No column has the buyer's order number; many buyers do not pay without it.");
    missing(PAYMENT_REFERENCE, "no-payment-reference", "No column has a payment reference; money that comes without one is hard to match.");
    missing(IBAN, "no-bank-details", "No column has bank details; check that each invoice says where to pay.");
    missing(TAX, "no-tax", "No column has the tax; the arithmetic of the invoices could not be checked.");
  }

  private void missing(Field field, String code, String sentence) {
    if (!layout.has(field)) {
      add(field.word(), code, sentence);
    }
  }

  private void add(String field, String code, String sentence) {
    notes.add(new Note(0, field, code, sentence));
  }

  private static String shown(List<String> names) {
    var first = names.stream().limit(12).map(RowText::shown).toList();
    return String.join(", ", first) + (names.size() > 12 ? " and " + (names.size() - 12) + " more" : "");
  }
}
