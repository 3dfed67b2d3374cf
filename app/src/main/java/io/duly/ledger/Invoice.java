package io.duly.ledger;

import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A claim as it was issued.
 *
 * @param number the creditor's document number, unique per creditor
 * @param gross what is owed at first, more than zero
 * @param tax the part of {@code gross} that is tax, in the same currency
 * @param deliveredOn when the goods or the work were delivered
 */
public record Invoice(
    InvoiceId id,
    CreditorId creditor,
    DebtorId debtor,
    String number,
    Money gross,
    Optional<Money> tax,
    LocalDate issuedOn,
    Optional<LocalDate> deliveredOn,
    LocalDate dueOn,
    Optional<String> orderNumber,
    Optional<String> paymentReference,
    Optional<String> termsVersion) {

  public Invoice {
    require(!number.isBlank(), "An invoice needs a number");
    require(gross.isPositive(), "Invoice " + number + " must be above zero, not " + gross);
    require(tax.isEmpty() || (tax.get().compareTo(gross) <= 0 && tax.get().minor() >= 0),
        "Invoice " + number + " must have a tax between zero and " + gross);
  }

  /** An invoice of which only the necessary is known. */
  public static Invoice of(
      InvoiceId id, CreditorId creditor, DebtorId debtor, String number, Money gross, LocalDate issuedOn, LocalDate dueOn) {
    return new Invoice(
        id, creditor, debtor, number, gross, Optional.empty(), issuedOn, Optional.empty(), dueOn,
        Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
