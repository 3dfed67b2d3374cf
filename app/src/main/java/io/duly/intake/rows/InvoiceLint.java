package io.duly.intake.rows;

import static io.duly.intake.reading.Field.AMOUNT;
import static io.duly.intake.reading.Field.DELIVERED_ON;
import static io.duly.intake.reading.Field.DUE_ON;
import static io.duly.intake.reading.Field.ISSUED_ON;
import static io.duly.intake.reading.Field.OPEN_AMOUNT;
import static io.duly.intake.reading.Field.ORDER_NUMBER;
import static io.duly.intake.reading.Field.PAYMENT_REFERENCE;
import static io.duly.intake.reading.Field.SETTLED_ON;
import static io.duly.intake.reading.Field.TAX;
import static io.duly.intake.reading.Field.TERMS;

import io.duly.intake.reading.Field;
import io.duly.intake.reading.Layout;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What is wrong with an invoice that can be taken in all the same (P03, P04): each rule a pure function named as its code. */
public final class InvoiceLint {
  /** From delivery to invoice; beyond it is late (P04). */
  public static final int LATE_AFTER_DAYS = 7;

  private static final int PLAUSIBLE_DAYS_TO_PAY = 180;

  private final Layout layout;
  private final LocalDate today;
  private final boolean futureIsKeptBack;
  private final List<Rule> rules =
      List.of(
          this::dueDateMissing, this::issueDateMissing, InvoiceLint::dueBeforeIssue, InvoiceLint::dueDateFar, this::issuedInFuture,
          InvoiceLint::negative, InvoiceLint::arithmetic, InvoiceLint::taxImplausible, InvoiceLint::openAboveAmount,
          InvoiceLint::overpaid, InvoiceLint::settledBeforeIssue, InvoiceLint::settledButOpen, InvoiceLint::invoicedLate,
          this::orderNumberMissing, this::paymentReferenceMissing, this::termsMissing, this::taxMissing);

  private interface Rule {
    Optional<Note> check(InvoiceRow row);
  }

  /** @param futureIsKeptBack invoices after today arrive on their day, and are not remarkable */
  public InvoiceLint(Layout layout, LocalDate today, boolean futureIsKeptBack) {
    this.layout = layout;
    this.today = today;
    this.futureIsKeptBack = futureIsKeptBack;
  }

  void check(InvoiceRow row, Consumer<Note> notes) {
    for (var rule : rules) {
      rule.check(row).ifPresent(notes);
    }
  }

  private Optional<Note> dueDateMissing(InvoiceRow row) {
    return note(!row.dueSaid() && layout.has(DUE_ON), row, DUE_ON, "due-date-missing",
        () -> "The due date is missing; taken as " + row.dueOn() + ": " + row.days().inWords() + ". Print it on the invoice.");
  }

  private Optional<Note> issueDateMissing(InvoiceRow row) {
    return note(!row.issuedSaid() && layout.has(ISSUED_ON), row, ISSUED_ON, "issue-date-missing",
        () -> "The issue date is missing; taken as " + row.issuedOn() + ", before the due date by " + row.days().inWords() + ".");
  }

  private static Optional<Note> dueBeforeIssue(InvoiceRow row) {
    return note(row.dueOn().isBefore(row.issuedOn()), row, DUE_ON, "due-before-issue",
        () -> "Due on " + row.dueOn() + ", before it was issued on " + row.issuedOn() + ". Correct one of the dates.");
  }

  private static Optional<Note> dueDateFar(InvoiceRow row) {
    long days = ChronoUnit.DAYS.between(row.issuedOn(), row.dueOn());
    return note(days > PLAUSIBLE_DAYS_TO_PAY, row, DUE_ON, "due-date-far",
        () -> "Due " + days + " days after it was issued. Is the year right?");
  }

  private Optional<Note> issuedInFuture(InvoiceRow row) {
    return note(!futureIsKeptBack && row.issuedOn().isAfter(today), row, ISSUED_ON, "issued-in-future",
        () -> "Issued on " + row.issuedOn() + ", after today, " + today + ". Is the date right?");
  }

  private static Optional<Note> negative(InvoiceRow row) {
    return note(row.creditNote(), row, AMOUNT, "credit-note",
        "Taken as a credit note, for its amount is negative or its type says so.");
  }

  private static Optional<Note> arithmetic(InvoiceRow row) {
    boolean wrong = row.net().isPresent() && row.tax().isPresent() && row.net().get() + row.tax().get() != row.gross();
    return note(wrong, row, AMOUNT, "arithmetic", "Net and tax do not add up to the amount. A debtor may refuse such an invoice; issue it again.");
  }

  private static Optional<Note> taxImplausible(InvoiceRow row) {
    return note(row.tax().filter(tax -> tax > row.gross()).isPresent(), row, TAX, "tax-above-amount",
        "The tax is higher than the amount; the tax was left out.");
  }

  private static Optional<Note> openAboveAmount(InvoiceRow row) {
    return note(row.open().filter(open -> open > row.gross()).isPresent(), row, OPEN_AMOUNT, "open-above-amount",
        "More is said to be open than the invoice is for; the invoice's amount was taken. Charges belong on an invoice of their own.");
  }

  private static Optional<Note> overpaid(InvoiceRow row) {
    return note(row.open().filter(open -> open < 0).isPresent(), row, OPEN_AMOUNT, "overpaid",
        "The open amount is negative: more was paid than owed. The invoice was taken as settled; pay the rest back or credit it.");
  }

  private static Optional<Note> settledBeforeIssue(InvoiceRow row) {
    return note(row.settledOn().filter(row.issuedOn()::isAfter).isPresent(), row, SETTLED_ON, "settled-before-issue",
        "Settled before it was issued; the money counts from the issue date on.");
  }

  private static Optional<Note> settledButOpen(InvoiceRow row) {
    return note(row.settledOn().isPresent() && row.open().filter(open -> open > 0).isPresent(), row, OPEN_AMOUNT, "settled-but-open",
        "There is a settlement date and yet an open amount; taken as settled on that date. Correct one of them.");
  }

  private static Optional<Note> invoicedLate(InvoiceRow row) {
    long days = row.deliveredOn().map(day -> ChronoUnit.DAYS.between(day, row.issuedOn())).orElse(0L);
    return note(days > LATE_AFTER_DAYS, row, DELIVERED_ON, "invoiced-late",
        () -> "Invoiced " + days + " days after delivery. Invoice at once: late invoices are paid late.");
  }

  private Optional<Note> orderNumberMissing(InvoiceRow row) {
    return missing(row.orderNumber(), row, ORDER_NUMBER, "order-number-missing", "The buyer's order number is missing; many buyers do not pay without it.");
  }

  private Optional<Note> paymentReferenceMissing(InvoiceRow row) {
    return missing(row.paymentReference(), row, PAYMENT_REFERENCE, "payment-reference-missing", "The payment reference is missing; money that comes without one is hard to match.");
  }

  private Optional<Note> termsMissing(InvoiceRow row) {
    return missing(row.terms(), row, TERMS, "terms-missing", "No terms are named; interest and costs can only be charged under terms that were agreed.");
  }

  private Optional<Note> taxMissing(InvoiceRow row) {
    return missing(row.tax(), row, TAX, "tax-missing", "The tax is missing; say 0 where there is none.");
  }

  private Optional<Note> missing(Optional<?> value, InvoiceRow row, Field field, String code, String sentence) {
    return note(value.isEmpty() && layout.has(field), row, field, code, sentence);
  }

  private static Optional<Note> note(boolean found, InvoiceRow row, Field field, String code, String sentence) {
    return found ? Optional.of(new Note(row.line(), field.word(), code, sentence)) : Optional.empty();
  }

  /** The sentence is put together only where something was found, which is seldom. */
  private static Optional<Note> note(boolean found, InvoiceRow row, Field field, String code, Supplier<String> sentence) {
    return found ? Optional.of(new Note(row.line(), field.word(), code, sentence.get())) : Optional.empty();
  }
}
