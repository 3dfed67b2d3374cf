package io.duly.hardship;

/** How it came to us. */
public enum ToldBy {
  CALL,
  PORTAL,
  EMAIL,
  LETTER,
  VISIT,
  ADVISER
}
