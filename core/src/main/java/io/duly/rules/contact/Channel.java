package io.duly.rules.contact;

/** The way by which a contact reaches somebody. */
public enum Channel {
  CALL,
  SMS,
  EMAIL,
  LETTER,
  VISIT;

  /** A number, box or person that may be used at a place where others are. */
  boolean standsSomewhere() {
    return this == CALL || this == LETTER || this == VISIT;
  }
}
