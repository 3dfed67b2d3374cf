package io.duly.correspondence;

import io.duly.kernel.CaseId;
import io.duly.rules.contact.Channel;
import io.duly.rules.contact.ContactKind;
import io.duly.rules.contact.Place;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A line of the contact ledger as it reads now.
 *
 * @param ours false where the debtor came to us
 * @param day the debtor's calendar day
 * @param at empty where only the day is known
 * @param connected false where it did not go through, or reached somebody else
 * @param address the number or address that was used, where it was written down
 * @param message whether it was a message that Duly sent
 */
public record ContactLine(
    UUID id,
    Optional<CaseId> recovery,
    boolean ours,
    Channel channel,
    LocalDate day,
    Optional<Instant> at,
    ContactKind kind,
    boolean connected,
    Place place,
    Optional<String> address,
    boolean message,
    Optional<String> note,
    Optional<String> recordedBy) {}
