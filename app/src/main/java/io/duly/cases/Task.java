package io.duly.cases;

import io.duly.kernel.CaseId;
import io.duly.kernel.PersonId;
import io.duly.kernel.TaskId;
import io.duly.strategy.TaskKind;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Work for a person.
 *
 * @param step the policy step or rule that asked for it
 * @param dueAt the time of day, in the debtor's zone, where one was agreed; on {@code dueOn} or the day after it
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
    Optional<ZonedDateTime> dueAt,
    Optional<PersonId> assignedTo,
    Optional<LocalDate> doneOn,
    Optional<String> outcome) {

  /** Day, hour, minute and zone, as the journal and the command line write a time that was agreed. */
  static String words(ZonedDateTime at) {
    return at.toLocalDate() + " " + at.toLocalTime().truncatedTo(ChronoUnit.MINUTES) + " " + at.getZone().getId();
  }

  /** When it is due, in words: the day, or the time that was agreed. */
  public String due() {
    return dueAt.map(Task::words).orElse(dueOn.toString());
  }
}
