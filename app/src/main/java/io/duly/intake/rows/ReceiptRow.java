package io.duly.intake.rows;

import io.duly.intake.reading.Field;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Money that came, as a row says it.
 *
 * @param debtor empty where the row does not say whose it is
 * @param amount above zero, minor units of {@code currency}
 * @param ownNumber the payment's own number
 * @param invoice the number of the invoice that it pays
 */
public record ReceiptRow(
    long line,
    Optional<DebtorFacts> debtor,
    String currency,
    long amount,
    LocalDate receivedOn,
    Optional<String> ownNumber,
    Optional<String> reference,
    Optional<String> payer,
    Optional<String> invoice) {

  /** @throws RowRefused where the row the reader stands at cannot be taken in */
  public static ReceiptRow of(RowText row, Assumptions assumptions, Consumer<Note> notes) {
    var amounts = new Amounts(row, List.of(Field.AMOUNT), assumptions.currency());
    long amount = amounts.received(Field.AMOUNT).orElseThrow(() -> RowRefused.missing(Field.AMOUNT));
    if (amount <= 0) {
      throw new RowRefused(Field.AMOUNT, "not-received", "The amount is not above zero: no money came with it. A payment that bounced is reversed by hand.");
    }
    amounts.notes().forEach(notes);
    NumberLint.check(row, notes);
    boolean named = row.number(Field.DEBTOR_NUMBER).isPresent() || (!row.layout().has(Field.DEBTOR_NUMBER) && row.text(Field.DEBTOR_NAME).isPresent());
    return new ReceiptRow(
        row.line(), named ? Optional.of(DebtorFacts.of(row)) : Optional.empty(), amounts.currency(), amount,
        row.date(Field.RECEIVED_ON).orElseThrow(() -> RowRefused.missing(Field.RECEIVED_ON)), row.number(Field.RECEIPT_ID),
        row.text(Field.REFERENCE), row.text(Field.PAYER), row.number(Field.INVOICE_NUMBER));
  }

  /** What makes two rows the same payment, where it has no number of its own. */
  public String content() {
    return String.join("\u001F", currency, String.valueOf(amount), receivedOn.toString(), reference.orElse(""), payer.orElse(""),
        invoice.orElse(""), debtor.map(DebtorFacts::number).orElse(""));
  }
}
