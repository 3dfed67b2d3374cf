package io.duly.parties;

import io.duly.journal.Sha256;
import io.duly.kernel.DebtorId;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * The evidence that a debtor agreed to a version of the terms (P01).
 *
 * @param terms the id of the version
 * @param acceptedBy who at the debtor did it
 * @param document the archived evidence: the signed page, the order form, the e-mail
 */
public record Acceptance(
    DebtorId debtor, UUID terms, LocalDate acceptedOn, String acceptedBy, Act act, Optional<Sha256> document) {

  /** By what act it was agreed. */
  public enum Act {
    SIGNATURE,
    ORDER_FORM,
    CLICK,
    EMAIL
  }
}
