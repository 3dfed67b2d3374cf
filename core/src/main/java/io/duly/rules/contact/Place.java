package io.duly.rules.contact;

/** Where a number, box or door is; {@code MOBILE} goes with its owner. */
public enum Place {
  HOME,
  WORK,
  MOBILE,
  UNKNOWN
}
