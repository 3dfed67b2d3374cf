package io.duly.strategy;

import java.time.LocalDate;

/**
 * What is to be done next with an open case and when (invariant 5).
 *
 * @param kind what somebody, or the daily cycle, will do
 * @param on the day on which it is due
 */
public record NextAction(Kind kind, LocalDate on) {

  public enum Kind {
    /** A person approves or sends the drafted message. */
    SEND,
    /** A person calls. */
    CALL,
    /** A person looks at money that could be this debtor's. */
    ALLOCATE,
    /** A person answers a dispute or checks a reason. */
    VERIFY,
    /** A person decides whether to place the case with an agency. */
    PLACE,
    /** A person decides whether to write the debt off. */
    WRITE_OFF,
    /** A person looks at the case: nothing else is planned. */
    REVIEW,
    /** Nobody acts before the day; the daily cycle looks again then. */
    WAIT
  }
}
