package io.duly.rules.contact;

/** What came of a contact. */
public enum ContactKind {
  /** A call that nobody answered, or a door that nobody opened. */
  ATTEMPT,
  MESSAGE_LEFT,
  CONVERSATION,
  WRITTEN;

  /** Somebody was reached, or could be later. */
  public boolean isMade() {
    return this != ATTEMPT;
  }
}
