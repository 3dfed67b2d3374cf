package io.duly.charging;

import io.duly.kernel.DebtorId;
import io.duly.rules.LeftOut;
import io.duly.rules.RulePack;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;

/**
 * Days on which a debtor was held in peace.
 *
 * @param currency of the case that was held; empty where it was the debtor in every case
 * @param until the last day; empty while it lasts
 */
record HoldSpan(
    DebtorId debtor, Optional<Currency> currency, RulePack.Peace cause, LocalDate from, Optional<LocalDate> until, String why) {

  boolean isOf(InvoiceFacts invoice) {
    return debtor.equals(invoice.debtor()) && currency.map(invoice.gross().currency()::equals).orElse(true);
  }

  LeftOut leftOut() {
    return new LeftOut(from, until, Optional.empty(), why);
  }
}
