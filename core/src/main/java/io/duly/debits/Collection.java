package io.duly.debits;

import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One payment to collect.
 *
 * @param endToEnd by which the bank names it in its statements: at most 35 signs
 * @param on a bank day
 * @param text what it is for, as the payer's statement shows it
 */
public record Collection(String endToEnd, Money amount, LocalDate on, Mandate mandate, String text) {
  /**
   * By what it may be collected.
   *
   * @param reference the mandate's own, unique with the creditor's identifier: at most 35 signs
   * @param holder whose account it is
   * @param bic needed only where the account is outside of the European Economic Area
   */
  public record Mandate(String reference, Scheme scheme, LocalDate signedOn, String holder, String iban, Optional<String> bic, Optional<Address> address) {}

  /** Where the payer is: banks want it of payers outside of the European Economic Area. */
  public record Address(Optional<String> street, Optional<String> postcode, String town, String country) {}
}
