package io.duly.intake.rows;

import static io.duly.intake.reading.Field.AMOUNT;
import static io.duly.intake.reading.Field.DELIVERED_ON;
import static io.duly.intake.reading.Field.DISPUTED;
import static io.duly.intake.reading.Field.DISPUTE_REASON;
import static io.duly.intake.reading.Field.DOCUMENT_TYPE;
import static io.duly.intake.reading.Field.DUE_ON;
import static io.duly.intake.reading.Field.INVOICE_NUMBER;
import static io.duly.intake.reading.Field.ISSUED_ON;
import static io.duly.intake.reading.Field.NET;
import static io.duly.intake.reading.Field.NUMBER;
import static io.duly.intake.reading.Field.OPEN_AMOUNT;
import static io.duly.intake.reading.Field.ORDER_NUMBER;
import static io.duly.intake.reading.Field.PAYMENT_REFERENCE;
import static io.duly.intake.reading.Field.SETTLED_ON;
import static io.duly.intake.reading.Field.TAX;
import static io.duly.intake.reading.Field.TERMS;

import io.duly.intake.reading.Field;
import io.duly.intake.reading.Words;
import io.duly.kernel.Money;
import io.duly.matching.Discount;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An invoice, or where {@code creditNote} a credit note, as a row says it. Amounts are minor units of {@code currency}.
 *
 * @param gross above zero
 * @param issuedSaid the issue date is the file's own, not reckoned back from the due date
 * @param dueSaid the due date is the file's own, not reckoned from the terms
 * @param discount for early payment
 * @param days within which it was to be paid, for what is not said
 * @param corrects of a credit note, the number of the invoice that it reduces
 * @param notes what was noticed while reading
 */
public record InvoiceRow(
    long line,
    DebtorFacts debtor,
    String number,
    boolean creditNote,
    String currency,
    long gross,
    Optional<Long> net,
    Optional<Long> tax,
    Optional<Long> open,
    LocalDate issuedOn,
    boolean issuedSaid,
    LocalDate dueOn,
    boolean dueSaid,
    PaymentTerms.Days days,
    Optional<LocalDate> deliveredOn,
    Optional<String> orderNumber,
    Optional<String> paymentReference,
    Optional<String> terms,
    Optional<LocalDate> settledOn,
    Optional<Discount> discount,
    boolean disputed,
    Optional<String> disputeReason,
    Optional<String> corrects,
    List<Note> notes) {
  private static final List<Field> AMOUNTS = List.of(AMOUNT, OPEN_AMOUNT, NET);

  /** @throws RowRefused where something necessary is missing or cannot be read */
  static InvoiceRow of(RowText row, UUID creditor, Assumptions assumptions) {
    var amounts = new Amounts(row, AMOUNTS, assumptions.currency());
    var open = amounts.owed(OPEN_AMOUNT);
    var net = amounts.owed(NET);
    var tax = amounts.owed(TAX);
    long amount = gross(amounts.owed(AMOUNT), net, tax, open);
    boolean credit = amount < 0 || row.text(DOCUMENT_TYPE).filter(Words::isCreditNote).isPresent();
    var due = row.date(DUE_ON);
    var issuedSaid = row.date(ISSUED_ON);
    var terms = row.text(TERMS);
    var days = assumptions.terms().of(creditor, terms, issuedSaid.or(() -> due)
        .orElseThrow(() -> new RowRefused(ISSUED_ON, "missing", "The issue date is missing, and the due date too.")));
    var issued = issuedSaid.or(() -> due.map(day -> day.minusDays(days.count()))).orElseThrow();
    var dueOn = due.orElse(issued.plusDays(days.count()));
    var notes = amounts.notes();
    var discount = credit ? Optional.<Discount>empty()
        : new EarlyRow(row, Money.ofMinor(Math.abs(amount), amounts.currency()), issued, dueOn).discount(notes);
    return new InvoiceRow(
        row.line(), DebtorFacts.of(row), row.required(NUMBER), credit, amounts.currency(), Math.abs(amount),
        net.map(Math::abs), tax.map(Math::abs), open.map(value -> credit ? Math.abs(value) : value),
        issued, issuedSaid.isPresent(), dueOn, due.isPresent(), days, row.date(DELIVERED_ON),
        row.number(ORDER_NUMBER), row.text(PAYMENT_REFERENCE), terms, row.date(SETTLED_ON), discount,
        disputed(row), row.text(DISPUTE_REASON), row.number(INVOICE_NUMBER), notes);
  }

  private static long gross(Optional<Long> amount, Optional<Long> net, Optional<Long> tax, Optional<Long> open) {
    long gross = amount.or(() -> net.map(value -> value + tax.orElse(0L))).or(() -> open)
        .orElseThrow(() -> new RowRefused(AMOUNT, "missing", "The amount is missing."));
    if (gross == 0) {
      throw new RowRefused(AMOUNT, "amount-zero", "The amount is zero: nothing is owed on it. Leave it out, or correct the amount.");
    }
    return gross;
  }

  private static boolean disputed(RowText row) {
    return row.text(DISPUTED)
        .map(text -> Words.flag(text).orElseThrow(() ->
            new RowRefused(DISPUTED, "flag", "'" + RowText.shown(text) + "' says neither yes nor no. Write yes or no.")))
        .orElse(false);
  }
}
