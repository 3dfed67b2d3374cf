package io.duly.cycle;

import java.time.LocalDate;

/**
 * What one run of a day did; a run that finds the day done has zeros.
 *
 * @param date the business date
 * @param cases accounts that were decided or set aside
 * @param decided decisions stored
 * @param messages messages drafted
 * @param tasks tasks given to people
 * @param waiting decisions to wait
 * @param failed accounts set aside with their error
 * @param seconds of wall time, planning included
 */
public record RunReport(
    LocalDate date, int cases, int decided, int messages, int tasks, int waiting, int failed, double seconds) {

  static RunReport of(LocalDate date, Tally tally, double seconds) {
    return new RunReport(
        date, tally.decided() + tally.failed(), tally.decided(), tally.messages(), tally.tasks(), tally.waiting(),
        tally.failed(), Math.round(seconds * 1000) / 1000.0);
  }
}
