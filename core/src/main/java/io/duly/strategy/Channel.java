package io.duly.strategy;

/** The way by which a contact reaches somebody. */
public enum Channel {
  EMAIL,
  SMS,
  LETTER,
  CALL
}
