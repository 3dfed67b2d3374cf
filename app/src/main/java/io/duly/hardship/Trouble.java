package io.duly.hardship;

/** What makes it hard, or what makes somebody need more care than others. */
public enum Trouble {
  ILLNESS,
  BEREAVEMENT,
  /** Work or trade was lost. */
  INCOME,
  /** They look after somebody who needs them. */
  CARE,
  MENTAL_HEALTH,
  /** Letters and figures are hard to follow. */
  UNDERSTANDING,
  OTHER
}
