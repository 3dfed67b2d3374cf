package io.duly.debits;

import io.duly.talk.BankDays;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Whether an instalment can be collected (P28). Its day is a day of TARGET; the bank wants the file a bank day before, the debtor to have been told
 * as long before as was agreed (SEPA rulebooks EPC016-06 and EPC222-07, 4.3). What cannot be collected in time is not collected
 * later: a person asks for it.
 */
public sealed interface Collecting {
  /** It can go into a file. */
  record Ready(LocalDate on, LocalDate fileBy) implements Collecting {}

  /** Something is missing, and may still come. */
  record Waits(Obstacle what, LocalDate on, LocalDate fileBy) implements Collecting {}

  /** It is too late for the bank. */
  record TooLate(Obstacle what, LocalDate on) implements Collecting {}

  /** What keeps it from being collected. */
  enum Obstacle {
    NO_MANDATE,
    HELD,
    NOT_ANNOUNCED,
    /** Nothing but that nobody made a file. */
    NO_FILE
  }

  /** As of a day. */
  static Collecting of(Instalment one, LocalDate today) {
    BankDays days = TargetDays.days();
    var on = days.onOrAfter(one.dueOn());
    var fileBy = days.onOrBefore(on.minusDays(1));
    var obstacle = obstacle(one, on);
    if (today.isAfter(fileBy)) {
      return new TooLate(obstacle.orElse(Obstacle.NO_FILE), on);
    }
    return obstacle.<Collecting>map(what -> new Waits(what, on, fileBy)).orElseGet(() -> new Ready(on, fileBy));
  }

  private static Optional<Obstacle> obstacle(Instalment one, LocalDate on) {
    if (!one.mandated()) {
      return Optional.of(Obstacle.NO_MANDATE);
    }
    if (one.held()) {
      return Optional.of(Obstacle.HELD);
    }
    boolean told = one.announcedOn().filter(day -> !day.plusDays(one.noticeDays()).isAfter(on)).isPresent();
    return told ? Optional.empty() : Optional.of(Obstacle.NOT_ANNOUNCED);
  }
}
