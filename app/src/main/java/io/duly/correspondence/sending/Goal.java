package io.duly.correspondence.sending;

import java.util.Locale;

/** What a message is for, as in {@code correspondence.message.purpose}. */
public enum Goal {
  DEMAND,
  /** Says sorry and asks for nothing (P09). */
  APOLOGY,
  /** Brings copies of documents and asks for nothing (P18). */
  COPIES,
  /** Thanks for all that was paid. */
  THANKS,
  /** Asks how the right person is reached, and names no debt (P10). */
  CONTACT,
  /** Repeats what was agreed and asks for a yes (P30). */
  RECAP,
  /** A friendly word before an instalment (P28). */
  INSTALMENT,
  /** Says that nothing more is owed after a settlement (P29). */
  RELEASE,
  /** Says why an amount is owed that was contested, with the documents (P26). */
  EXPLANATION,
  /** Asks about a payment that was announced. */
  UNPAID,
  /** Says something that a person wrote by hand and asks for nothing. */
  MESSAGE;

  static Goal of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
