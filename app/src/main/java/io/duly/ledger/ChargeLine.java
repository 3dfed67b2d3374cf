package io.duly.ledger;

import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A charge as it stands on a day.
 *
 * @param invoiceNumber of the invoice it is on
 * @param paid by money and credit notes, less what was reversed
 * @param waived what was let go
 * @param open amount less both; zero of a cancelled charge
 * @param settledOn when nothing of it was open any more
 * @param cancelledOn when it was found to be wrong
 */
public record ChargeLine(
    Charge charge,
    String invoiceNumber,
    Money paid,
    Money waived,
    Money open,
    Optional<LocalDate> settledOn,
    Optional<LocalDate> cancelledOn) {

  /** It counts: nobody found it to be wrong. */
  public boolean stands() {
    return cancelledOn.isEmpty();
  }
}
