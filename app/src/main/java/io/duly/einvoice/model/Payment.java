package io.duly.einvoice.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How it is to be paid.
 *
 * @param reference what the payment should quote (BT-83)
 * @param terms in words (BT-20), without the structured discounts
 * @param days from issue to due date, where the terms say so as a number
 * @param taken how the seller takes the money itself, by direct debit or card; empty where the buyer pays
 */
public record Payment(
    Optional<String> reference, List<Account> accounts, Optional<String> terms, Optional<Integer> days, List<Discount> discounts, Optional<String> taken) {

  public Payment {
    accounts = List.copyOf(accounts);
    discounts = List.copyOf(discounts);
  }

  /**
   * To be paid into.
   *
   * @param number an IBAN as a rule, without spaces
   */
  public record Account(String number, Optional<String> bic, Optional<String> name) {}

  /**
   * Less for those who pay early.
   *
   * @param days from issue
   * @param percent of {@code base}, else of the payable amount
   */
  public record Discount(
      Optional<Integer> days, Optional<LocalDate> until, Optional<BigDecimal> percent, Optional<BigDecimal> base, Optional<BigDecimal> amount) {}
}
