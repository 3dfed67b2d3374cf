package io.duly.rules.contact;

/** Whose debts are collected; where it is not known, the rules of both hold. */
public enum Collecting {
  OWN_DEBTS,
  FOR_ANOTHER,
  UNKNOWN
}
