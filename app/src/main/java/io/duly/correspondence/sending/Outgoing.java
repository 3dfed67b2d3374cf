package io.duly.correspondence.sending;

import io.duly.journal.Sha256;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A message that is marked as being sent and may be handed over now.
 *
 * @param nth which attempt it is, from 1
 * @param contact the line in the contact ledger that it took
 * @param day the debtor's
 * @param from the address it comes from
 * @param document the archived copy
 */
record Outgoing(
    Waiting message, UUID attempt, int nth, UUID contact, LocalDate day, String from, Packed packed, Sha256 document) {}
