package io.duly.matching;

import io.duly.kernel.DebtorId;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * An invoice, as the book takes it in.
 *
 * @param number the creditor's own
 * @param references that came with it or were issued for it
 * @param gross above zero
 * @param discounts for early payment, as they were granted
 * @param open zero where it is paid: then a payment that names it names what is paid already
 */
public record OpenInvoice(
    InvoiceId id,
    DebtorId debtor,
    String number,
    List<String> references,
    Money gross,
    Money open,
    LocalDate issuedOn,
    LocalDate dueOn,
    List<Discount> discounts) {

  public OpenInvoice {
    references = List.copyOf(references);
    discounts = List.copyOf(discounts);
  }

  /** One that says nothing of a discount. */
  public OpenInvoice(
      InvoiceId id, DebtorId debtor, String number, List<String> references, Money gross, Money open, LocalDate issuedOn, LocalDate dueOn) {
    this(id, debtor, number, references, gross, open, issuedOn, dueOn, List.of());
  }
}
