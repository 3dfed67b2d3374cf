package io.duly.cases;

import io.duly.kernel.CaseId;
import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import io.duly.strategy.Stage;
import java.util.Currency;

/** What says which case it is. */
public record CaseHead(CaseId id, long number, CreditorId creditor, DebtorId debtor, Currency currency, Stage stage) {
  public boolean isOpen() {
    return stage != Stage.CLOSED;
  }
}
