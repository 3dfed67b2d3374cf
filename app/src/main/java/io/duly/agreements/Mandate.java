package io.duly.agreements;

import io.duly.debits.Scheme;
import io.duly.kernel.DebtorId;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * By which a debtor lets us collect from an account (P28).
 *
 * @param reference its own, unique among the creditor's
 * @param holder whose account it is
 * @param signedOn by the debtor
 */
public record Mandate(
    UUID id, DebtorId debtor, String reference, Scheme scheme, String holder, String iban, Optional<String> bic, LocalDate signedOn, Optional<Ended> ended) {
  private static final int SHOWN = 4;

  /** Why nothing is collected by it any more. */
  public record Ended(LocalDate on, String why) {}

  /**
   * What is written down.
   *
   * @param reference empty: one is made
   * @param iban with or without blanks
   */
  public record Given(Optional<String> reference, Scheme scheme, String holder, String iban, Optional<String> bic, LocalDate signedOn) {}

  /** The account, as it can be shown to many: its country and its last signs. */
  public String masked() {
    return masked(iban);
  }

  /** The same of any account. */
  public static String masked(String iban) {
    return iban.substring(0, 2) + "… " + iban.substring(iban.length() - SHOWN);
  }
}
