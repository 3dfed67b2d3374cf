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
  COUNTERPARTY_ACCOUNT("counterpartyAccount"),
  COUNTERPARTY_BANK("counterpartyBank"),
  TEXT("text"),
  REFERENCE("reference"),
  END_TO_END("endToEnd"),
  BANK_REFERENCE("bankReference"),
  BANK_CODE("bankCode"),
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
