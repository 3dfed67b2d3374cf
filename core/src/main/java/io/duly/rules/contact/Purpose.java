package io.duly.rules.contact;

/** What a contact is for. */
public enum Purpose {
  /** Asks for payment or for an answer. */
  CHASE,
  /** Answers what the debtor said by the same channel on the same day, once. */
  REPLY,
  /** Only says that efforts end or that a remedy may or will be used, where a stop was asked for. */
  NOTICE,
  /** Goes to who represents the debtor. */
  REPRESENTATIVE
}
