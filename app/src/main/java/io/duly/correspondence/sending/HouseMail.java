package io.duly.correspondence.sending;

import io.duly.kernel.CaseId;
import io.duly.kernel.CreditorId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * An e-mail to an account manager about a line of a case's journal.
 *
 * @param kind of the line
 * @param facts of the line
 * @param language of the creditor, ISO 639
 * @param attempts that were made before
 */
record HouseMail(
    UUID id,
    CreditorId creditor,
    CaseId recovery,
    long number,
    String debtor,
    String kind,
    JsonNode facts,
    String recipient,
    Optional<String> recipientName,
    String language,
    Optional<String> country,
    Instant madeAt,
    int attempts) {}
