package io.duly.corrections;

import io.duly.kernel.DebtorId;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Two invoices that may ask for the same money.
 *
 * @param invoice the one that may ask a second time
 * @param why what is the same, in words
 * @param caseNumber of the open case of the debtor, where there is one
 * @param decision empty while nobody has said
 */
public record PossibleDuplicate(
    UUID id,
    String creditor,
    String debtor,
    DebtorId debtorId,
    Optional<Long> caseNumber,
    Side invoice,
    Side earlier,
    String why,
    LocalDate foundOn,
    Optional<Decision> decision) {

  /** One of the two, as it stands. */
  public record Side(
      InvoiceId id, String number, LocalDate issuedOn, LocalDate dueOn, Optional<String> orderNumber, Optional<LocalDate> deliveredOn,
      Money gross, Money open) {}

  /**
   * What a person said.
   *
   * @param duplicate false: two real invoices
   */
  public record Decision(boolean duplicate, LocalDate on, String by, String why) {}
}
