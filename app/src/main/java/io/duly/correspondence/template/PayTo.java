package io.duly.correspondence.template;

import java.util.Currency;
import java.util.Locale;
import java.util.Optional;

/**
 * An account that payments of one currency go to.
 *
 * @param account an IBAN in capitals without blanks, or what stands for it where there are none
 * @param routing sort code, routing number, whatever a transfer needs beside the account
 */
public record PayTo(Currency currency, String holder, String account, Optional<String> bic, Optional<String> bank, Optional<String> routing) {

  /**
   * An account as somebody types it.
   *
   * @throws IllegalArgumentException where the currency or the account is none, in a sentence
   */
  public static PayTo typed(String currency, String holder, String account, Optional<String> bic, Optional<String> bank, Optional<String> routing) {
    var code = currency.strip().toUpperCase(Locale.ROOT);
    if (Currency.getAvailableCurrencies().stream().noneMatch(one -> one.getCurrencyCode().equals(code))) {
      throw new IllegalArgumentException("There is no currency \"" + Plain.name(code) + "\"; it is written as EUR.");
    }
    if (account.isBlank()) {
      throw new IllegalArgumentException("The account for " + code + " is missing.");
    }
    var number = account.strip().matches("[A-Z]{2}\\d{2}.*") ? account.replace(" ", "") : account.strip();
    return new PayTo(Currency.getInstance(code), holder, number, said(bic), said(bank), said(routing));
  }

  private static Optional<String> said(Optional<String> typed) {
    return typed.map(String::strip).filter(text -> !text.isEmpty());
  }

  public boolean isIban() {
    return account.matches("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
  }

  /** As people read it: in groups of four where it is an IBAN. */
  public String readable() {
    return isIban() ? account.replaceAll("(.{4})(?=.)", "$1 ") : account;
  }
}
