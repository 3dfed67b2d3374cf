package io.duly.cycle;

import java.time.LocalDate;

/** A run ended before the day was done; what was committed stays, and the same run again does the rest. */
public final class CycleInterrupted extends RuntimeException {
  CycleInterrupted(LocalDate day, Throwable cause) {
    super(
        "The run of " + day + " was interrupted (" + cause.getMessage() + "). What was done stays; run it again for the rest.",
        cause);
  }
}
