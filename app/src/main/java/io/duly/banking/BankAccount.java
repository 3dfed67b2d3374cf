package io.duly.banking;

import io.duly.kernel.CreditorId;
import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An account of a creditor's at a bank.
 *
 * @param number as the bank writes it, IBANs in capitals without blanks
 * @param name what the bank calls it, or whose it is; {@code bank} which bank keeps it
 * @param knownTo up to the end of which day its bookings are known; empty while only advices came
 * @param closedOn since when it is not waited for any more
 * @param balance what the last booked statement closes with
 * @param gaps what is missing, the oldest first
 */
public record BankAccount(
    UUID id,
    CreditorId creditorId,
    String creditor,
    String number,
    Currency currency,
    Optional<String> name,
    Optional<String> bank,
    Optional<LocalDate> knownTo,
    Optional<LocalDate> closedOn,
    long statements,
    Optional<Money> balance,
    List<Gap> gaps) {

  /**
   * Something is missing between two statements.
   *
   * @param after the day on which the statement before ends
   * @param until the day on which the next one ends
   * @param amount what the missing ones must add up to, above zero came in
   */
  public record Gap(LocalDate after, LocalDate until, Money amount) {}

  public BankAccount {
    gaps = List.copyOf(gaps);
  }
}
