package io.duly.correspondence.sending;

import io.duly.kernel.CaseId;
import io.duly.kernel.MessageId;
import io.duly.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A message as the queue shows it.
 *
 * @param state as in {@code correspondence.message}
 * @param approval {@code not_needed}, {@code needed} or {@code given}
 * @param asked for, all invoices together
 * @param why it waits, needs a person, was withdrawn or did not arrive, where something is to be said
 * @param notBefore from when on it is tried again
 */
public record Queued(
    MessageId id,
    CaseId recovery,
    long caseNumber,
    String creditor,
    String debtor,
    String channel,
    String step,
    String state,
    String approval,
    LocalDate plannedOn,
    Money asked,
    Optional<String> why,
    Optional<Instant> notBefore) {}
