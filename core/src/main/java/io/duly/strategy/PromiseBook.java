package io.duly.strategy;

import io.duly.strategy.CaseSnapshot.PromiseFacts;
import io.duly.strategy.Decision.PromiseVerdict;
import io.duly.strategy.Decision.PromiseVerdict.Outcome;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The promises of a case, sorted by what has become of them (P34).
 *
 * @param fulfilled kept or late: the amount is in
 * @param missed broken or partly kept: the day and its grace have passed
 * @param running the others
 */
record PromiseBook(
    List<PromiseVerdict> fulfilled, List<PromiseFacts> missed, List<PromiseFacts> running) {
  private static final PromiseBook EMPTY = new PromiseBook(List.of(), List.of(), List.of());

  static PromiseBook of(List<PromiseFacts> promises, boolean settled, int grace, LocalDate date) {
    if (promises.isEmpty()) {
      return EMPTY;
    }
    var fulfilled = new ArrayList<PromiseVerdict>();
    var missed = new ArrayList<PromiseFacts>();
    var running = new ArrayList<PromiseFacts>();
    for (PromiseFacts promise : promises) {
      if (settled || promise.received() >= promise.amount()) {
        fulfilled.add(
            new PromiseVerdict(promise.id(), inTime(promise, date) ? Outcome.KEPT : Outcome.LATE));
      } else if (date.toEpochDay() > lastDay(promise, grace)) {
        missed.add(promise);
      } else {
        running.add(promise);
      }
    }
    return new PromiseBook(fulfilled, missed, running);
  }

  /**
   * The last epoch day on which a promise still runs.
   *
   * @param usual days of grace where none were agreed
   */
  static long lastDay(PromiseFacts promise, int usual) {
    return promise.dueOn().toEpochDay() + promise.grace().orElse(usual);
  }

  /** The verdict on a promise that was missed. */
  static PromiseVerdict verdict(PromiseFacts missed) {
    return new PromiseVerdict(
        missed.id(), missed.received() > 0 ? Outcome.PARTLY_KEPT : Outcome.BROKEN);
  }

  /**
   * Money paid on the day is seen in the bank data of the day after, and nothing is booked at a
   * weekend.
   */
  private static boolean inTime(PromiseFacts promise, LocalDate date) {
    long weekend =
        switch (promise.dueOn().getDayOfWeek()) {
          case DayOfWeek.SATURDAY -> 2;
          case DayOfWeek.SUNDAY -> 1;
          default -> 0;
        };
    return date.toEpochDay() <= promise.dueOn().toEpochDay() + weekend + 1;
  }
}
