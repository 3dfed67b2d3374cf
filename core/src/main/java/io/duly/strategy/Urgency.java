package io.duly.strategy;

/**
 * The bands of the worklist: promises broken, answers that we owe, first contacts, then other work;
 * what waits sinks. Within a band the expected gain decides: what is asked for, times how likely it
 * is to come.
 */
enum Urgency {
  LATER(0),
  WORK(500_000),
  FIRST_CONTACT(700_000),
  ANSWER_OWED(800_000),
  PROMISE_BROKEN(900_000);

  private static final long BAND = 99_999;

  /** The gain in major units that stands in the middle of a band. */
  private static final long MIDDLE = 5_000;

  private static final long MOST = 1_000_000_000_000L;
  private final int least;

  Urgency(int least) {
    this.least = least;
  }

  int priority(Standing standing) {
    Balance balance = standing.balance();
    int digits = Math.max(0, standing.snapshot().currency().getDefaultFractionDigits());
    long major = Math.min(MOST, balance.asked() / power(digits));
    long gain = major * Likelihood.perMille(balance.age()) / 1000;
    return least + (int) (BAND * gain / (gain + MIDDLE));
  }

  private static long power(int digits) {
    long power = 1;
    for (int at = 0; at < digits; at++) {
      power *= 10;
    }
    return power;
  }
}
