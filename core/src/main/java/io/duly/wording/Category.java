package io.duly.wording;

/** What is wrong with some words. */
public enum Category {
  THREAT,
  INSULT,
  SHAMING,
  FALSE_URGENCY,
  FALSE_AUTHORITY,
  IMPERSONATION,
  DISCLOSURE,
  PRESSURE,
  /** The facts of the case do not bear what is said. */
  UNBORNE_CLAIM,
  /** Words made to be read by a person and overlooked by a check. */
  DISGUISE,
  /** Something good is missing: a question, an offer of help, a name. */
  GOOD_SIDE
}
