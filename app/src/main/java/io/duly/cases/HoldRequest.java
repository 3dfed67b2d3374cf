package io.duly.cases;

import io.duly.strategy.HoldKind;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A hold to be placed.
 *
 * @param why in a sentence, not empty
 * @param until its last day; empty for an open-ended one, which is looked at every week
 */
public record HoldRequest(HoldKind kind, String why, Optional<LocalDate> until) {}
