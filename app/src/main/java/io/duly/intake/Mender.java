package io.duly.intake;

import io.duly.kernel.CreditorId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Who mends rows.
 *
 * @param actor {@code person:<login>}
 * @param creditors whose data the person may change; empty for every creditor
 * @param today the business date
 */
public record Mender(String actor, Optional<List<CreditorId>> creditors, LocalDate today) {}
