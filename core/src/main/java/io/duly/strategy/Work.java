package io.duly.strategy;

/** What an open task means for the next action of its case. */
final class Work {
  private Work() {}

  static NextAction.Kind of(TaskKind kind) {
    return switch (kind) {
      case CALL -> NextAction.Kind.CALL;
      case VERIFY, REPLY -> NextAction.Kind.VERIFY;
      case APPROVE -> NextAction.Kind.SEND;
      case COMPLETE_FILE, REVIEW, DELIVERY -> NextAction.Kind.REVIEW;
      case ALLOCATE -> NextAction.Kind.ALLOCATE;
      case PLACE -> NextAction.Kind.PLACE;
      case WRITE_OFF -> NextAction.Kind.WRITE_OFF;
    };
  }
}
