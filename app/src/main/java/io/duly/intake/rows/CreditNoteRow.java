package io.duly.intake.rows;

import io.duly.intake.reading.Field;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A credit note of a list of credit notes.
 *
 * @param debtor empty where only the invoice says whose it is
 * @param amount above zero, minor units of {@code currency}
 */
public record CreditNoteRow(
    long line, Optional<DebtorFacts> debtor, String number, String currency, long amount, LocalDate issuedOn, Optional<String> why, Optional<String> invoice) {

  /** @throws RowRefused where the row the reader stands at cannot be taken in */
  public static CreditNoteRow of(RowText row, Assumptions assumptions, Consumer<Note> notes) {
    var amounts = new Amounts(row, List.of(Field.AMOUNT), assumptions.currency());
    long amount = Math.abs(amounts.owed(Field.AMOUNT).orElseThrow(() -> RowRefused.missing(Field.AMOUNT)));
    if (amount == 0) {
      throw new RowRefused(Field.AMOUNT, "amount-zero", "The amount is zero: it credits nothing. Leave it out, or correct the amount.");
    }
    amounts.notes().forEach(notes);
    NumberLint.check(row, notes);
    var invoice = row.number(Field.INVOICE_NUMBER);
    boolean named = row.number(Field.DEBTOR_NUMBER).isPresent() || (!row.layout().has(Field.DEBTOR_NUMBER) && row.text(Field.DEBTOR_NAME).isPresent());
    if (!named && invoice.isEmpty()) {
      throw RowRefused.missing(Field.DEBTOR_NUMBER);
    }
    return new CreditNoteRow(
        row.line(), named ? Optional.of(DebtorFacts.of(row)) : Optional.empty(), row.required(Field.NUMBER), amounts.currency(), amount,
        row.date(Field.ISSUED_ON).orElseThrow(() -> RowRefused.missing(Field.ISSUED_ON)), row.text(Field.WHY), invoice);
  }
}
