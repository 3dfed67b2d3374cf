package io.duly.wording;

/** What a finding means for the message; a later one weighs more. */
public enum Severity {
  /** Could be said better; leaves as it is. */
  HINT,
  /** Leaves only when a second person has said yes. */
  NEEDS_APPROVAL,
  /** Never leaves. */
  BLOCK
}
