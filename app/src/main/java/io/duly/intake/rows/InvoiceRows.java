package io.duly.intake.rows;

import io.duly.intake.reading.Layout;
import java.util.UUID;
import java.util.function.Consumer;

/** Reads invoices row by row, with all that the lint has to say. */
public final class InvoiceRows {
  private final RowText row;
  private final Assumptions assumptions;
  private final InvoiceLint lint;
  private final FormulaLint formulas;
  private final DeliveryDays delivery = new DeliveryDays();

  /** @param futureIsKeptBack invoices of days to come arrive on their day */
  public InvoiceRows(RowText row, Layout layout, Assumptions assumptions, boolean futureIsKeptBack) {
    this.row = row;
    this.assumptions = assumptions;
    this.lint = new InvoiceLint(layout, assumptions.today(), futureIsKeptBack);
    this.formulas = new FormulaLint(layout);
  }

  /** @throws RowRefused where the row the reader stands at cannot be taken in */
  public InvoiceRow read(UUID creditor, Consumer<Note> notes) {
    var invoice = InvoiceRow.of(row, creditor, assumptions);
    invoice.notes().forEach(notes);
    lint.check(invoice, notes);
    formulas.check(row, notes);
    NumberLint.check(row, notes);
    delivery.add(invoice);
    return invoice;
  }

  public DeliveryDays delivery() {
    return delivery;
  }
}
