package io.duly.parties;

import java.util.Optional;

/**
 * A human at the debtor.
 *
 * @param role as they say it: "accounts payable", "owner"
 * @param phone E.164
 * @param postalAddress where it differs from the debtor's
 */
public record PersonDetails(
    String name, Optional<String> role, Optional<String> email, Optional<String> phone, Optional<String> postalAddress) {}
