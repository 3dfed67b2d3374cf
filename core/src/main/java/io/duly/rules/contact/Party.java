package io.duly.rules.contact;

/** Who owes, as far as the law of contacts tells them apart; of an unknown one all rules hold. */
public enum Party {
  /** A consumer, sole trader, partner or guarantor. */
  NATURAL_PERSON,
  COMPANY,
  UNKNOWN
}
