package io.duly.correspondence;

import io.duly.rules.contact.ContactKind;

/** What came of a contact that a person made. */
public enum CameOfIt {
  NO_ANSWER(ContactKind.ATTEMPT, true),
  MESSAGE_LEFT(ContactKind.MESSAGE_LEFT, true),
  TALK(ContactKind.CONVERSATION, true),
  /** Somebody else answered: the number is not called again. */
  WRONG_NUMBER(ContactKind.ATTEMPT, false),
  /** Busy, out of order: nobody's telephone rang. */
  NOT_CONNECTED(ContactKind.ATTEMPT, false),
  /** Of what was written. */
  SENT(ContactKind.WRITTEN, true);

  private final ContactKind kind;
  private final boolean connected;

  CameOfIt(ContactKind kind, boolean connected) {
    this.kind = kind;
    this.connected = connected;
  }

  ContactKind kind() {
    return kind;
  }

  boolean connected() {
    return connected;
  }
}
