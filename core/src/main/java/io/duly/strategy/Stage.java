package io.duly.strategy;

/** How far the recovery of a case has come. Belongs to the case; steps are counted per invoice. */
public enum Stage {
  COURTESY,
  REMINDER,
  NEGOTIATION,
  FINAL_DEMAND,
  PLACED,
  LEGAL,
  CLOSED
}
