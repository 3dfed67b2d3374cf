package io.duly.strategy;

/** How firmly a message is worded; it never threatens at any level. */
public enum Tone {
  FRIENDLY,
  NEUTRAL,
  FIRM,
  FORMAL
}
