package io.duly.correspondence.template;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a template may leave open, written <code>{{pay by}}</code>. */
public enum Variable {
  GREETING(Type.TEXT),
  CREDITOR(Type.TEXT),
  DEBTOR(Type.TEXT),
  /** Who signs, and can be called. */
  PERSON(Type.TEXT),
  PERSON_PHONE(Type.TEXT),
  PERSON_EMAIL(Type.TEXT),
  CASE(Type.TEXT),
  /** The invoices by number, in a few words: it fits a subject. */
  INVOICES(Type.TEXT),
  /** What is asked for; of several currencies each. */
  TOTAL(Type.MONEY),
  INSTALMENT(Type.MONEY),
  RECEIVED(Type.MONEY),
  TODAY(Type.DATE),
  PAY_BY(Type.DATE),
  /** The earliest due day of the invoices. */
  FIRST_DUE(Type.DATE),
  INSTALMENT_DUE(Type.DATE),
  RECEIVED_ON(Type.DATE),
  CALL_ON(Type.DATE),
  DAYS_LATE(Type.NUMBER),
  COUNT(Type.NUMBER),
  /** The invoices as a table, a table for each currency. */
  STATEMENT(Type.BLOCK),
  /** What was paid, with thanks; nothing where nothing was. */
  PAID_SO_FAR(Type.BLOCK),
  /** How to pay. */
  PAYMENT(Type.BLOCK),
  AGREEMENT(Type.BLOCK),
  DOCUMENTS(Type.BLOCK),
  /** What the law wants a message to this debtor to say; nothing where it wants nothing. */
  NOTICES(Type.BLOCK),
  SIGNATURE(Type.BLOCK);

  /** What a value is. */
  public enum Type {
    TEXT,
    MONEY,
    DATE,
    NUMBER,
    /** Drawn by medium; stands alone in a paragraph. */
    BLOCK
  }

  private final Type type;

  Variable(Type type) {
    this.type = type;
  }

  public Type type() {
    return type;
  }

  boolean isBlock() {
    return type == Type.BLOCK;
  }

  /** An SMS may be read by anybody: nothing in it says that money is owed. */
  boolean tellsOfTheDebt() {
    return isBlock() || type == Type.MONEY || this == INVOICES || this == FIRST_DUE || this == DAYS_LATE || this == COUNT;
  }

  /** As templates name it: {@code pay by}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  static Optional<Variable> of(String word) {
    return Arrays.stream(values()).filter(variable -> variable.word().equals(word)).findFirst();
  }
}
