package io.duly.banking.export;

import java.util.Arrays;
import java.util.Optional;

/** What a column of a bank's list says. */
enum Column {
  BOOKED_ON("bookedOn"),
  VALUE_ON("valueOn"),
  AMOUNT("amount"),
  DEBIT("debit"),
  CREDIT("credit"),
  DIRECTION("direction"),
  CURRENCY("currency"),
  ACCOUNT("account"),
  BALANCE("balance"),
  COUNTERPARTY("counterparty"),
  /** Who pays, where another column says who is paid: the one that is not the account's owner counts. */
  PAYER("payer"),
  PAYEE("payee"),
  PAYER_ACCOUNT("payerAccount"),
  PAYEE_ACCOUNT("payeeAccount"),
  COUNTERPARTY_ACCOUNT("counterpartyAccount"),
  COUNTERPARTY_BANK("counterpartyBank"),
  TEXT("text"),
  REFERENCE("reference"),
  END_TO_END("endToEnd"),
  MANDATE("mandate"),
  BANK_REFERENCE("bankReference"),
  BANK_CODE("bankCode"),
  /** Whether it is booked, still pending, or came to nothing. */
  STATUS("status"),
  /** What was kept of the payment before it was booked. */
  CHARGE("charge"),
  IGNORE("ignore");

  private final String word;

  Column(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  static Optional<Column> named(String word) {
    return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
  }
}
