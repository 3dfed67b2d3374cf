package io.duly.banking.statement;

import java.util.Optional;

/**
 * The other side of a payment, as far as the bank says.
 *
 * @param ultimate the name of the party for whom it was paid, where that is another
 * @param account IBAN in capitals without blanks, or the account number as the bank writes it
 * @param bank BIC or national bank code
 */
public record Counterparty(Optional<String> name, Optional<String> ultimate, Optional<String> account, Optional<String> bank) {
  public static final Counterparty UNKNOWN =
      new Counterparty(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
