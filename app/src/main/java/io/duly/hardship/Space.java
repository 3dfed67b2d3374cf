package io.duly.hardship;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Breathing space of a debtor, as everybody of the house sees it.
 *
 * @param until its last day as it was given; empty while nobody knows it
 * @param statutory given by a law
 * @param reviewedOn when a person looked how to go on
 * @param endedOn the first day on which it did not hold any more, where it was ended early
 * @param closedOn from when the debtor needs no particular care any more
 * @param telling empty for whoever does not need it
 */
public record Space(
    UUID id,
    LocalDate since,
    Optional<LocalDate> until,
    LocalDate reviewOn,
    boolean statutory,
    boolean chargesRest,
    Optional<LocalDate> reviewedOn,
    Optional<LocalDate> endedOn,
    Optional<LocalDate> closedOn,
    Optional<Telling> telling) {

  /** Whether nobody writes or calls on that day; before it begins by law nobody does either. */
  public boolean holdsOn(LocalDate day) {
    return endedOn.isEmpty() && closedOn.isEmpty() && until.map(last -> !day.isAfter(last)).orElse(true);
  }

  /** Whether the debtor is still to be treated with care. */
  public boolean stands() {
    return closedOn.isEmpty();
  }
}
