package io.duly.correspondence;

import io.duly.kernel.CaseId;
import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.MessageId;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * One communication with a debtor, in either direction.
 *
 * @param id of the line in the contact ledger
 * @param recovery the case it was about, where it was about one
 * @param day the debtor's calendar day
 * @param message what was sent, where it was a message of ours
 * @param note what was said, in a sentence
 */
public record Contact(
    UUID id,
    CreditorId creditor,
    DebtorId debtor,
    Optional<CaseId> recovery,
    Direction direction,
    Way way,
    LocalDate day,
    Optional<MessageId> message,
    Optional<String> note) {

  public enum Direction {
    OUT,
    IN
  }

  public enum Way {
    EMAIL,
    SMS,
    LETTER,
    CALL,
    VISIT,
    PORTAL
  }
}
