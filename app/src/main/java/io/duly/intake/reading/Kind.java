package io.duly.intake.reading;

import static io.duly.intake.reading.Field.AMOUNT;
import static io.duly.intake.reading.Field.DEBTOR_NAME;
import static io.duly.intake.reading.Field.DEBTOR_NUMBER;
import static io.duly.intake.reading.Field.DUE_ON;
import static io.duly.intake.reading.Field.INVOICE_NUMBER;
import static io.duly.intake.reading.Field.ISSUED_ON;
import static io.duly.intake.reading.Field.NET;
import static io.duly.intake.reading.Field.NUMBER;
import static io.duly.intake.reading.Field.OPEN_AMOUNT;
import static io.duly.intake.reading.Field.RECEIVED_ON;

import java.util.List;
import java.util.Set;

/** What the rows of a file are, in the order in which several files are taken in. */
public enum Kind {
  DEBTORS("debtors"),
  INVOICES("invoices"),
  CREDIT_NOTES("creditNotes"),
  RECEIPTS("receipts");

  private final String word;

  Kind(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  /** One field of each set must be there. */
  private List<Set<Field>> needs() {
    return switch (this) {
      case DEBTORS -> List.of(Set.of(DEBTOR_NUMBER), Set.of(DEBTOR_NAME));
      case INVOICES ->
          List.of(Set.of(NUMBER), Set.of(AMOUNT, OPEN_AMOUNT, NET), Set.of(ISSUED_ON, DUE_ON), Set.of(DEBTOR_NUMBER, DEBTOR_NAME));
      case CREDIT_NOTES ->
          List.of(Set.of(NUMBER), Set.of(AMOUNT), Set.of(ISSUED_ON), Set.of(DEBTOR_NUMBER, DEBTOR_NAME, INVOICE_NUMBER));
      case RECEIPTS -> List.of(Set.of(RECEIVED_ON), Set.of(AMOUNT));
    };
  }

  boolean fits(Set<Field> fields) {
    return missing(fields).isEmpty();
  }

  List<Set<Field>> missing(Set<Field> fields) {
    return needs().stream().filter(alternatives -> alternatives.stream().noneMatch(fields::contains)).toList();
  }
}
