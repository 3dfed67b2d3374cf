package io.duly.desk.worklist;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What was promised in a case.
 *
 * @param running the promise that runs
 * @param broken how many were broken before
 */
public record Promised(Optional<Running> running, int broken) {

  /** @param amount in minor units of the case's currency */
  public record Running(long amount, LocalDate dueOn) {}
}
