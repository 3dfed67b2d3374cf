package io.duly.correspondence.reply;

import io.duly.kernel.CaseId;
import io.duly.kernel.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One line of the list of replies.
 *
 * @param owed open in its case today
 * @param sender the address that it says to be from
 * @param senderKnown whether that address is one of the debtor's
 * @param mayBeSaying what it may be saying, the most pressing first: suggestions
 * @param why why it is where it is
 * @param urgent somebody may be in danger, in distress, dead, insolvent or represented
 */
public record ReplyLine(
    UUID id,
    Reply.Kind kind,
    Reply.State state,
    Instant receivedAt,
    Optional<CaseId> recovery,
    Optional<Long> caseNumber,
    Optional<String> creditor,
    Optional<String> debtor,
    Optional<Money> owed,
    Optional<String> sender,
    String senderName,
    boolean senderKnown,
    String subject,
    String beginning,
    List<String> mayBeSaying,
    Optional<String> why,
    boolean urgent,
    int files) {}
