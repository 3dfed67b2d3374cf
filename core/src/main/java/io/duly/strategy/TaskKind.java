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
  WRITE_OFF
}
