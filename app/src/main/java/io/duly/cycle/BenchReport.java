package io.duly.cycle;

import java.time.LocalDate;
import java.util.List;

/**
 * What a benchmark measured; all times in seconds of wall time.
 *
 * @param rowsWritten by the first run
 * @param runs the runs one by one
 * @param changedBySameDay rows that the same day again added or changed
 * @param ratioToFloor the first run to the floor's total
 * @param ratioToReadAndCopy the first run to the floor without the update: a first run opens its cases
 * @param peakMemoryMiB of the Java process, as the system counts it
 */
public record BenchReport(
    int invoices,
    int debtors,
    int workers,
    long rowsWritten,
    FloorTimes floor,
    double firstRunSeconds,
    double sameDaySeconds,
    double nextDaySeconds,
    double tenDaysLaterSeconds,
    double ratioToFloor,
    double ratioToReadAndCopy,
    double sameDayToFirst,
    long changedBySameDay,
    double microsecondsPerCase,
    long peakMemoryMiB,
    List<RunReport> runs) {

  public record FloorTimes(double readSeconds, double copySeconds, double updateSeconds, double totalSeconds) {}

  static BenchReport of(
      int invoices, int debtors, int workers, long rows, FloorTimes floor, List<RunReport> runs, long changed) {
    double first = runs.get(0).seconds();
    return new BenchReport(
        invoices, debtors, workers, rows, floor, first, runs.get(1).seconds(), runs.get(2).seconds(), runs.get(3).seconds(),
        rounded(first / floor.totalSeconds()), rounded(first / (floor.readSeconds() + floor.copySeconds())),
        rounded(runs.get(1).seconds() / first), changed, rounded(first * 1e6 / Math.max(1, runs.get(0).cases())),
        Memory.peakMiB(), runs);
  }

  /** @return the first run's day */
  public LocalDate day() {
    return runs.getFirst().date();
  }

  static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
