package io.duly.cases;

import io.duly.kernel.CaseId;
import io.duly.strategy.HoldKind;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A reason not to act.
 *
 * @param onCase the case it is of; empty where it is of the debtor, in every case
 * @param until its last day; empty while it is open-ended
 * @param placedBy the actor
 */
public record Hold(
    UUID id,
    Optional<CaseId> onCase,
    HoldKind kind,
    String why,
    LocalDate since,
    Optional<LocalDate> until,
    String placedBy) {}
