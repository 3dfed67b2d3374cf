package io.duly.correspondence;

import io.duly.kernel.CaseId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.MessageId;
import io.duly.rules.contact.ContactKind;
import io.duly.rules.contact.Purpose;
import io.duly.rules.contact.Reach;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The wish to contact a debtor at an instant.
 *
 * @param id of the line that the contact ledger will have
 * @param recovery the case it is about; empty: it counts for each
 * @param kind what it may become at most: of a call that is about to be made, a conversation
 * @param message what would be sent, where it is a message of ours
 * @param note in a sentence
 */
public record ContactClaim(
    UUID id,
    DebtorId debtor,
    Optional<CaseId> recovery,
    Reach reach,
    Purpose purpose,
    ContactKind kind,
    Instant at,
    Optional<MessageId> message,
    Optional<String> note) {}
