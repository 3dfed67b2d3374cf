package io.duly.strategy;

/**
 * The bands of the worklist: promises broken, answers that we owe, first contacts, then other work;
 * what waits sinks. Within a band the expected gain per minute decides: what is asked for, times how
 * likely it is to come, by how long the work takes as a rule.
 */
enum Urgency {
  LATER(0),
  WORK(500_000),
  FIRST_CONTACT(700_000),
  ANSWER_OWED(800_000),
  PROMISE_BROKEN(900_000);

  private static final long BAND = 99_999;

  /** The gain of one minute, in major units, that stands in the middle of a band. */
  private static final long MIDDLE = 1_000;

  private static final long MOST = 1_000_000_000_000L;
  private final int least;

  Urgency(int least) {
    this.least = least;
  }

  /** Work that reaches the debtor, or will: after a broken promise, for the first time, or again. */
  static Urgency ofContact(Standing standing) {
    if (standing.brokenPromises() > 0) {
      return PROMISE_BROKEN;
    }
    return standing.snapshot().contacts().last().isEmpty() ? FIRST_CONTACT : WORK;
  }

  int priority(Standing standing, NextAction.Kind work) {
    Balance balance = standing.balance();
    int digits = Math.max(0, standing.snapshot().currency().getDefaultFractionDigits());
    long major = Math.min(MOST, balance.asked() / power(digits));
    long gain = major * Likelihood.of(balance.age(), standing.trackRecord()).perMille() / 1000;
    return least + (int) (BAND * gain / (gain + MIDDLE * minutes(work)));
  }

  /** How long it takes a person as a rule; our own judgement. */
  private static int minutes(NextAction.Kind work) {
    return switch (work) {
      case SEND -> 2;
      case ALLOCATE -> 3;
      case REVIEW, PLACE, WRITE_OFF, WAIT -> 5;
      case CALL -> 6;
      case VERIFY -> 10;
    };
  }

  private static long power(int digits) {
    long power = 1;
    for (int at = 0; at < digits; at++) {
      power *= 10;
    }
    return power;
  }
}
