package io.duly.banking.reading;

import io.duly.kernel.Money;
import java.util.Currency;

/** Amounts as camt writes them: unsigned, with their direction beside them. */
final class CamtAmounts {
  private CamtAmounts() {}

  static Money plain(Reading reading, Node amount) {
    Currency currency = reading.currency(amount.currency());
    return reading.money(amount.text().toString(), currency);
  }

  /** The amount inside a node, with the sign of the direction inside the node. */
  static Money signed(Reading reading, Node parent) {
    Node amount = parent.at("Amt").orElseThrow(() -> reading.refusal("There is no amount in " + parent.name() + ".", "Ask the bank for a right file."));
    return directed(plain(reading, amount), debit(parent));
  }

  static boolean debit(Node parent) {
    return parent.text("CdtDbtInd").filter("DBIT"::equals).isPresent();
  }

  static Money directed(Money amount, boolean debit) {
    return debit ? amount.negated() : amount;
  }
}
