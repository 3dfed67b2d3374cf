package io.duly.strategy;

/** Work for a person. */
public enum TaskKind {
  CALL,
  VERIFY,
  REPLY,
  APPROVE,
  COMPLETE_FILE,
  REVIEW,
  ALLOCATE,
  PLACE,
  WRITE_OFF,
  /** A message did not arrive, or nobody knows whether it did. */
  DELIVERY
}
