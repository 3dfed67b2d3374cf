package io.duly.hardship;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Breathing space to be recorded.
 *
 * @param since its first day; empty for today
 * @param until its last day; empty for as long as the law says, and {@value BreathingSpaces#DAYS} days where none does
 * @param reviewOn when a person looks how to go on; empty for a week before it ends
 * @param chargesRest whether nothing accrues meanwhile; by law it never does
 * @param consent to keep what was told; without it nothing of that is kept
 * @param notice of a law's moratorium
 */
public record NewSpace(
    Optional<LocalDate> since,
    Optional<LocalDate> until,
    Optional<LocalDate> reviewOn,
    boolean chargesRest,
    ToldBy toldBy,
    Optional<Trouble> trouble,
    Optional<String> words,
    Optional<Consent> consent,
    Optional<Notice> notice) {

  /** Agreed with the debtor until a day; nothing of what was told is kept. */
  public static NewSpace until(LocalDate day, ToldBy toldBy) {
    return new NewSpace(Optional.empty(), Optional.of(day), Optional.empty(), true, toldBy, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Agreed with the debtor for as long as is usual; nothing of what was told is kept. */
  public static NewSpace usual(ToldBy toldBy) {
    return new NewSpace(Optional.empty(), Optional.empty(), Optional.empty(), true, toldBy, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Told with consent, in the debtor's words. */
  public static NewSpace told(LocalDate day, ToldBy toldBy, String words, Consent consent) {
    return new NewSpace(Optional.empty(), Optional.of(day), Optional.empty(), true, toldBy, Optional.empty(), Optional.of(words), Optional.of(consent), Optional.empty());
  }
}
