package io.duly.parties;

import io.duly.journal.Sha256;
import io.duly.kernel.CreditorId;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A version of a creditor's terms of trade (P01). A changed text is a new version.
 *
 * @param version as the creditor calls it, unique for the creditor
 * @param paymentDays from the invoice date, 0 to 365
 * @param interest clause in words, likewise the late fee, the collection costs and the jurisdiction
 * @param document the archived text
 */
public record TermsVersion(
    UUID id,
    CreditorId creditor,
    String version,
    LocalDate validFrom,
    Optional<Integer> paymentDays,
    Optional<String> interest,
    Optional<String> lateFee,
    Optional<String> collectionCosts,
    Optional<String> jurisdiction,
    Optional<Sha256> document) {}
