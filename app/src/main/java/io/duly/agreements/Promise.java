package io.duly.agreements;

import io.duly.kernel.CaseId;
import io.duly.kernel.Money;
import io.duly.kernel.PromiseId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An amount by a date.
 *
 * @param ownWords how the debtor said it
 * @param outcome empty while it runs
 */
public record Promise(
    PromiseId id,
    CaseId caseId,
    Money amount,
    LocalDate madeOn,
    LocalDate dueOn,
    Optional<String> ownWords,
    Optional<PromiseOutcome> outcome) {}
