package io.duly.account;

import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Money that came, or a credit note, and what it went to by the day of the statement.
 *
 * @param credit whether it is a credit note
 * @param on the day on which it came or was issued
 * @param reference what the payer wrote, or the number of the credit note
 * @param went to invoices and charges, what was undone with it
 * @param returned what went back to the payer
 * @param left what is not set against anything
 */
public record MoneyIn(
    UUID id,
    boolean credit,
    LocalDate on,
    Money amount,
    Optional<String> reference,
    Optional<String> payer,
    List<Movement> went,
    Money returned,
    Money left) {
  public MoneyIn {
    went = List.copyOf(went);
  }
}
