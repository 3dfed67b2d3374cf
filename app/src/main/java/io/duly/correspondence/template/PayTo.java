package io.duly.correspondence.template;

import java.util.Currency;
import java.util.Optional;

/**
 * An account that payments of one currency go to.
 *
 * @param account an IBAN in capitals without blanks, or what stands for it where there are none
 * @param routing sort code, routing number, whatever a transfer needs beside the account
 */
public record PayTo(Currency currency, String holder, String account, Optional<String> bic, Optional<String> bank, Optional<String> routing) {

  public boolean isIban() {
    return account.matches("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
  }

  /** As people read it: in groups of four where it is an IBAN. */
  public String readable() {
    return isIban() ? account.replaceAll("(.{4})(?=.)", "$1 ") : account;
  }
}
