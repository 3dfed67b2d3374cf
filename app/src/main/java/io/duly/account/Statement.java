package io.duly.account;

import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/**
 * What one debtor owes one creditor in one currency, as of the end of a day.
 *
 * @param caseNumber of the case that it is the account of
 * @param debtorNumber the creditor's own number for the debtor
 * @param address of the debtor, a line each
 * @param language in which the debtor is written to, an ISO 639 code
 * @param invoices that are open, that charges are on, or that the case is about; the one that was due first before the others
 * @param money that came and the credit notes, in the order of their days, as far as they went to these invoices or lie unallocated
 * @param settledBefore how many other invoices there are, all of them settled
 */
public record Statement(
    long caseNumber,
    String creditor,
    String debtor,
    String debtorNumber,
    List<String> address,
    String language,
    LocalDate asOf,
    Currency currency,
    List<InvoiceOwed> invoices,
    List<MoneyIn> money,
    int settledBefore) {

  public Statement {
    address = List.copyOf(address);
    invoices = List.copyOf(invoices);
    money = List.copyOf(money);
  }

  /** Open on the invoices, contested parts with it. */
  public Money principal() {
    return sum(invoices.stream().map(InvoiceOwed::open).toList());
  }

  /** Of the principal, what is contested. */
  public Money disputed() {
    return sum(invoices.stream().map(InvoiceOwed::disputed).toList());
  }

  /** Open of charges that are posted. */
  public Money charges() {
    return sum(invoices.stream().map(InvoiceOwed::chargesOpen).toList());
  }

  /** What may be charged and is not posted: interest that ran to the day, and sums that are owed by law or terms. */
  public Money notPosted() {
    return sum(invoices.stream().map(InvoiceOwed::notPosted).toList());
  }

  /** Money and credit notes that are not set against anything yet. */
  public Money unallocated() {
    return sum(money.stream().map(MoneyIn::left).toList());
  }

  /** All that is owed: principal, charges, and what may be charged and is not posted. */
  public Money owed() {
    return principal().plus(charges()).plus(notPosted());
  }

  /** What is open after each invoice, with what is charged on it and what may be, from the first to that one. */
  public List<Money> runningTotals() {
    var totals = new ArrayList<Money>(invoices.size());
    var total = Money.zero(currency);
    for (var invoice : invoices) {
      total = total.plus(invoice.open()).plus(invoice.chargesOpen()).plus(invoice.notPosted());
      totals.add(total);
    }
    return List.copyOf(totals);
  }

  private Money sum(List<Money> amounts) {
    return amounts.stream().reduce(Money.zero(currency), Money::plus);
  }
}
