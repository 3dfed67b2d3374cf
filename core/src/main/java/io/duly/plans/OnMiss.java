package io.duly.plans;

/** What a plan says of an instalment that does not come (P28). The debtor is contacted in any case. */
public enum OnMiss {
  /** Once it may come {@value RunningPlan#DAYS_OF_GRACE} days later; then, and the second time, all falls due. */
  ONE_GRACE,
  /** There are {@value RunningPlan#DAYS_TO_AGREE} days to agree anew; then all falls due. */
  RENEGOTIATE,
  /** All that is left falls due at once. */
  FALLS_DUE
}
