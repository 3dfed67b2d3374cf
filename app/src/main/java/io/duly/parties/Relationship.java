package io.duly.parties;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a debtor is worth to the creditor as a customer (P11).
 *
 * @param yearlyValue what they buy in a year, minor units of the creditor's currency, &ge; 0
 * @param since when they are a customer
 * @param manager who looks after them; is told by e-mail what happens to the debt where {@code managerEmail} is known
 */
public record Relationship(Optional<Long> yearlyValue, Optional<LocalDate> since, Optional<String> manager, Optional<String> managerEmail) {
  public static final Relationship UNKNOWN = new Relationship(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** Nothing is known but what they buy in a year. */
  public static Relationship worth(long yearlyValue) {
    return new Relationship(Optional.of(yearlyValue), Optional.empty(), Optional.empty(), Optional.empty());
  }

  Relationship filledFrom(Relationship other) {
    return new Relationship(
        yearlyValue.or(other::yearlyValue), since.or(other::since), manager.or(other::manager), managerEmail.or(other::managerEmail));
  }
}
