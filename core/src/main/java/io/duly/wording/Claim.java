package io.duly.wording;

/** What a message may say only if policy, stage or a recorded fact make it true. */
public enum Claim {
  /** This is the last letter before the case goes on elsewhere. */
  FINAL_DEMAND,
  /** A further step is foreseen by the policy if nothing is paid. */
  FURTHER_STEPS,
  /** A court may be asked, or an order for payment applied for. */
  COURT,
  /** Proceedings have begun, or a lawyer or court already has the case. */
  COURT_STARTED,
  /** A lawyer may be instructed. */
  LAWYER,
  /** The case may be handed to an agency. */
  AGENCY,
  /** An agency has the case. */
  AGENCY_PLACED,
  /** We report to a credit file, and may report this debt. */
  CREDIT_FILE,
  /** A title exists from which may be enforced. */
  ENFORCEMENT,
  /** A petition for insolvency or winding-up is decided upon. */
  INSOLVENCY,
  /** Interest is owed. */
  INTEREST,
  /** A fee, compensation or cost is owed. */
  FEES,
  /** Deliveries or services may be stopped. */
  SUPPLY_STOP,
  /** An offer ends when the text says so. */
  OFFER_ENDS,
  /** A discount, remission or settlement has been approved. */
  SETTLEMENT,
  /** A visit has been agreed. */
  VISIT
}
