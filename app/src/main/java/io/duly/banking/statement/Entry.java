package io.duly.banking.statement;

import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One booking on the account.
 *
 * @param bookingDate the day it was booked, where the bank says so
 * @param valueDate the day from which it counts for interest, where the bank says so
 * @param amount minor units: above zero came in, below zero went out
 * @param reversal whether it takes an earlier booking back; {@code amount} already has the sign of what happened now
 * @param booked whether the bank has booked it; a pending one may still go away
 * @param bankReference the bank's own reference of the booking
 * @param bankCode the bank's kind of booking, such as {@code PMNT-RCDT-ESCT}, {@code NTRF} or {@code 166}
 * @param details what is said of it, or of its only part
 * @param parts of a batch, two or more, adding up to {@code amount}; empty for a single booking
 */
public record Entry(
    Optional<LocalDate> bookingDate,
    Optional<LocalDate> valueDate,
    Money amount,
    boolean reversal,
    boolean booked,
    Optional<String> bankReference,
    Optional<String> bankCode,
    Details details,
    List<Part> parts) {
  public Entry {
    parts = List.copyOf(parts);
  }

  /** The booking date, else the value date. */
  public Optional<LocalDate> day() {
    return bookingDate.or(() -> valueDate);
  }

  /** Whether money came back that had been collected, or went back that had been sent. */
  public boolean returned() {
    return details.returned().isPresent();
  }
}
