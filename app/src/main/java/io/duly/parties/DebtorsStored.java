package io.duly.parties;

import io.duly.kernel.DebtorId;
import java.util.Map;

/**
 * What became of a batch of debtors.
 *
 * @param ids by the creditor's number, for every debtor of the batch
 * @param made how many had not been known
 * @param changed how many were known and had something new to tell
 */
public record DebtorsStored(Map<String, DebtorId> ids, int made, int changed) {

  /** @throws IllegalArgumentException where the number was not in the batch */
  public DebtorId id(String externalId) {
    var id = ids.get(externalId);
    if (id == null) {
      throw new IllegalArgumentException("No debtor " + externalId + " in this batch");
    }
    return id;
  }
}
