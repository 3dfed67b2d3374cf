package io.duly.charging;

import io.duly.kernel.DebtorId;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import io.duly.rules.Dealing;
import io.duly.strategy.DebtorKind;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An invoice and who owes it, as far as charges depend on it.
 *
 * @param work when the contract was made or the work begun, as far as the documents tell: the delivery, or the invoice
 *     where that came first
 */
record InvoiceFacts(
    InvoiceId id,
    DebtorId debtor,
    String number,
    Money gross,
    LocalDate issuedOn,
    LocalDate work,
    LocalDate dueOn,
    DebtorKind kind,
    Optional<String> country,
    Optional<String> region) {

  Dealing dealing() {
    return switch (kind) {
      case COMPANY, SOLE_TRADER -> Dealing.BUSINESS;
      case CONSUMER -> Dealing.CONSUMER;
      case UNKNOWN -> Dealing.UNKNOWN;
    };
  }
}
