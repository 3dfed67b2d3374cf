package io.duly.intake.stage;

import java.time.LocalDate;
import java.util.Optional;
import org.jooq.DSLContext;

/**
 * The transaction in which one file is taken in, and the day it happens.
 *
 * @param today the business date
 * @param asOf the world is taken in as it was known at the end of this day; what came later waits for its day
 * @param actor {@code file:<name>}
 */
public record Taking(DSLContext tx, LocalDate today, Optional<LocalDate> asOf, String actor) {
  private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

  /** Documents issued after this day wait. */
  LocalDate issuedUntil() {
    return asOf.orElse(NEVER);
  }

  /** The last day of which anything is known; money that is said to come later waits. */
  public LocalDate knownDay() {
    return asOf.orElse(today);
  }
}
