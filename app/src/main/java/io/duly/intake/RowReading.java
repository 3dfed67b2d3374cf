package io.duly.intake;

import io.duly.intake.reading.FilePlan;
import io.duly.intake.rows.Assumptions;
import io.duly.intake.rows.CreditNoteRow;
import io.duly.intake.rows.DebtorRows;
import io.duly.intake.rows.InvoiceRows;
import io.duly.intake.rows.Note;
import io.duly.intake.rows.ReceiptRow;
import io.duly.intake.rows.RowText;
import java.util.UUID;
import java.util.function.Consumer;

/** Reads the row at which a reader stands as an import would, and keeps nothing of it. */
@FunctionalInterface
interface RowReading {

  /** @throws io.duly.intake.rows.RowRefused where it would be set aside */
  void read(Consumer<Note> notes);

  static RowReading of(FilePlan plan, RowText row, UUID creditor, Assumptions assumptions) {
    return switch (plan.layout().kind()) {
      case DEBTORS -> {
        var debtors = new DebtorRows(row, plan.layout());
        yield debtors::read;
      }
      case INVOICES -> {
        var invoices = new InvoiceRows(row, plan.layout(), assumptions, false);
        yield notes -> invoices.read(creditor, notes);
      }
      case CREDIT_NOTES -> notes -> CreditNoteRow.of(row, assumptions, notes);
      case RECEIPTS -> notes -> ReceiptRow.of(row, assumptions, notes);
    };
  }
}
