package io.duly.strategy;

/** A reason not to act (invariant 12: it stops contact the moment it is recorded). */
public enum HoldKind {
  DISPUTE,
  VERIFICATION,
  PROMISE,
  PLAN,
  HARDSHIP,
  COOLING_OFF,
  INSOLVENCY,
  BANK_DATA_STALE,
  /** The debtor wrote, and nobody has read it yet (P23). */
  REPLY,
  MANUAL
}
