package io.duly.ledger;

import io.duly.kernel.CreditNoteId;
import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import io.duly.kernel.ReceiptId;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * What is owed, and every change of it. Each method works in the caller's transaction and with its rights; each list is
 * one statement. Refusals of the database come as {@link AllocationRefused} or {@link AlreadyRecorded}, after which the
 * transaction can only be rolled back.
 */
@Component
public final class Ledger {
  private final Documents documents = new Documents();
  private final Postings postings = new Postings();
  private final Balances balances = new Balances();
  private final Account account = new Account();

  /** @throws AlreadyRecorded where the creditor has an invoice of one of the numbers */
  public void record(DSLContext tx, List<Invoice> invoices) {
    Refusals.translated(() -> documents.record(tx, invoices));
    PaymentReferences.issueChosen(tx, invoices.stream().map(Invoice::id).toList());
  }

  /**
   * Records an invoice with its original.
   *
   * @param original SHA-256 of the document in the archive
   * @throws AlreadyRecorded where the creditor has an invoice of that number
   */
  public void record(DSLContext tx, Invoice invoice, byte[] original) {
    Refusals.translated(() -> documents.record(tx, invoice, original));
    PaymentReferences.issueChosen(tx, List.of(invoice.id()));
  }

  /** @throws AlreadyRecorded where money of one of the source keys was taken in before */
  public void receive(DSLContext tx, List<Receipt> receipts) {
    Refusals.translated(() -> documents.receive(tx, receipts));
  }

  /** Names debtors for money that came without one; their cases are looked at again. */
  public void suspect(DSLContext tx, List<Candidate> candidates) {
    documents.suspect(tx, candidates);
  }

  /** Nobody is named any more for what is left of receipts; the cases of those who were are looked at again. */
  public void clear(DSLContext tx, List<ReceiptId> receipts) {
    documents.clear(tx, receipts);
  }

  /**
   * Takes money back that came: a returned debit, a reversed booking.
   *
   * @throws AllocationRefused where more would be taken than is left on any day
   * @throws AlreadyRecorded where a return of that source key was taken in before
   */
  public void takeBack(DSLContext tx, List<MoneyReturned> returns) {
    Refusals.translated(() -> documents.takeBack(tx, returns));
  }

  /** @throws AlreadyRecorded where the creditor has a credit note of one of the numbers */
  public void credit(DSLContext tx, List<CreditNote> creditNotes) {
    Refusals.translated(() -> documents.credit(tx, creditNotes));
  }

  /**
   * Sets parts of receipts and credit notes against invoices, or writes parts of invoices off.
   *
   * @throws AllocationRefused where one would exceed its invoice or source on any day, or is of another currency
   */
  public void allocate(DSLContext tx, List<Allocation> allocations) {
    Refusals.translated(() -> postings.add(tx, allocations));
  }

  /**
   * Undoes postings, and with an allocation whatever was let go or netted with it.
   *
   * @throws AllocationRefused where one is reversed already, or takes effect before what it undoes
   */
  public void reverse(DSLContext tx, List<Reversal> reversals) {
    Refusals.translated(() -> postings.reverse(tx, reversals));
  }

  /** What was open on an invoice at the end of a day; empty where it was not issued by then. */
  public Optional<Money> openBalance(DSLContext tx, InvoiceId invoice, LocalDate day) {
    return balances.ofInvoice(tx, invoice, day);
  }

  /** What a debtor owed at the end of a day in one currency, over all invoices issued by then. */
  public Money openBalance(DSLContext tx, DebtorId debtor, Currency currency, LocalDate day) {
    return balances.ofAccount(tx, debtor, currency, day);
  }

  /** What was left of a receipt at the end of a day; empty where it had not arrived by then. */
  public Optional<Money> left(DSLContext tx, ReceiptId receipt, LocalDate day) {
    return balances.ofReceipt(tx, receipt, day);
  }

  /** What was left of a credit note at the end of a day; empty where it was not issued by then. */
  public Optional<Money> left(DSLContext tx, CreditNoteId creditNote, LocalDate day) {
    return balances.ofCreditNote(tx, creditNote, day);
  }

  /** The invoices of a debtor in one currency that were issued by a day, as they stood then, oldest due first. */
  public List<InvoiceLine> lines(DSLContext tx, DebtorId debtor, Currency currency, LocalDate day) {
    return account.lines(tx, debtor, currency, day);
  }

  /** The postings on a debtor's invoices in one currency that took effect by a day, in their order. */
  public List<PostingLine> postings(DSLContext tx, DebtorId debtor, Currency currency, LocalDate day) {
    return account.postings(tx, debtor, currency, day);
  }

  /** Money of a debtor, or that could be theirs (P08), that was there by a day and is not used up by then. */
  public List<Rest> unallocated(DSLContext tx, DebtorId debtor, LocalDate day) {
    return account.unallocated(tx, debtor, day);
  }

  /** The invoice of a number, where the creditor has it. */
  public Optional<InvoiceId> find(DSLContext tx, CreditorId creditor, String number) {
    return account.find(tx, creditor, number);
  }
}
