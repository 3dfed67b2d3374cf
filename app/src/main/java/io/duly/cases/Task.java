package io.duly.cases;

import io.duly.kernel.CaseId;
import io.duly.kernel.PersonId;
import io.duly.kernel.TaskId;
import io.duly.strategy.TaskKind;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Work for a person.
 *
 * @param step the policy step or rule that asked for it
 * @param outcome what came of it, once it is done
 */
public record Task(
    TaskId id,
    CaseId caseId,
    TaskKind kind,
    String why,
    Optional<String> step,
    LocalDate createdOn,
    LocalDate dueOn,
    Optional<PersonId> assignedTo,
    Optional<LocalDate> doneOn,
    Optional<String> outcome) {}
